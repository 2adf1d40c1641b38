import { type Variable, variables } from './variables.ts';

type ValueOf<V> =
  V extends Variable<infer T, infer Required> ? (Required extends true ? T : T | undefined) : never;

/** The configuration of one server, parsed from the environment and complete. */
export type Settings = { [Key in keyof typeof variables]: ValueOf<(typeof variables)[Key]> };

/**
 * Variables that require another one. A tile provider's terms require our public address in the
 * User-Agent; a mail has links to it, and must not take it from a request.
 */
const DEPENDENCIES = [
  ['DATABASE_REPLICA_URLS', 'DATABASE_URL'],
  ['DATABASE_PASSWORD_FILE', 'DATABASE_URL'],
  ['STREETS_URL', 'STREETS_ATTRIBUTION'],
  ['STREETS_URL', 'PUBLIC_URL'],
  ['SMTP_URL', 'MAIL_FROM'],
  ['SMTP_URL', 'PUBLIC_URL'],
  ['SMTP_PASSWORD_FILE', 'SMTP_URL'],
  ['REMINDERS', 'SMTP_URL'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_SECRET_FILE'],
  ['OIDC_ISSUER', 'PUBLIC_URL'],
] as const;

/** Names every invalid variable and what is allowed, but never its value, which may be secret. */
export class SettingsError extends Error {
  override name = 'SettingsError';
  constructor(invalid: { name: string; allowed: string }[]) {
    const reasons = invalid.map(({ name, allowed }) => `${name} must be ${allowed}`);
    super(`The configuration is wrong: ${reasons.join('; ')}.`);
  }
}

/**
 * Parses the configuration; an empty variable counts as not set.
 * @throws {SettingsError} naming every invalid variable
 */
export function parseSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const invalid: { name: string; allowed: string }[] = [];
  const values = Object.entries(variables).map(([key, variable]) => {
    const { name, fallback, format } = variable as Variable<unknown>;
    const text = environment[name]?.trim() || fallback;
    const value = text === undefined ? undefined : format.parse(text);
    if (text !== undefined && value === undefined) invalid.push({ name, allowed: format.allowed });
    return [key, value];
  });
  for (const [name, needed] of DEPENDENCIES) {
    if (isTurnedOn(environment[name]) && !environment[needed]?.trim()) {
      invalid.push({ name: needed, allowed: `set when ${name} is` });
    }
  }
  if (invalid.length) throw new SettingsError(invalid);
  return withDatabasePassword(Object.fromEntries(values) as Settings);
}

function isTurnedOn(text: string | undefined): boolean {
  return ![undefined, '', 'off'].includes(text?.trim());
}

function withDatabasePassword(settings: Settings): Settings {
  const { databasePassword, databaseUrl, databaseReplicaUrls } = settings;
  if (!databasePassword) return settings;
  const complete = (address: string): string => {
    const url = new URL(address);
    url.password ||= encodeURIComponent(databasePassword);
    return url.href;
  };
  return {
    ...settings,
    databaseUrl: databaseUrl && complete(databaseUrl),
    databaseReplicaUrls: databaseReplicaUrls?.map(complete),
  };
}

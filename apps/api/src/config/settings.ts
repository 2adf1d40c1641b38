import { type Variable, variables } from './variables.ts';

type ValueOf<V> =
  V extends Variable<infer T, infer Required> ? (Required extends true ? T : T | undefined) : never;

/** The configuration of one server: what the environment says, parsed and complete. */
export type Settings = { [Key in keyof typeof variables]: ValueOf<(typeof variables)[Key]> };

/** Names every wrong variable and what would be right, and never the value, which may be secret. */
export class SettingsError extends Error {
  override name = 'SettingsError';
  constructor(wrong: { name: string; allowed: string }[]) {
    const reasons = wrong.map(({ name, allowed }) => `${name} must be ${allowed}`);
    super(`The configuration is wrong: ${reasons.join('; ')}.`);
  }
}

/**
 * Reads the configuration; an empty variable counts as one that is not set.
 * @throws {SettingsError} naming every wrong variable
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const wrong: { name: string; allowed: string }[] = [];
  const values = Object.entries(variables).map(([key, variable]) => {
    const { name, fallback, form } = variable as Variable<unknown>;
    const text = environment[name]?.trim() || fallback;
    const value = text === undefined ? undefined : form.parse(text);
    if (text !== undefined && value === undefined) wrong.push({ name, allowed: form.allowed });
    return [key, value];
  });
  if (environment.DATABASE_REPLICA_URLS?.trim() && !environment.DATABASE_URL?.trim()) {
    wrong.push({ name: 'DATABASE_URL', allowed: 'set when DATABASE_REPLICA_URLS is' });
  }
  if (wrong.length) throw new SettingsError(wrong);
  return Object.fromEntries(values) as Settings;
}

import { type Variable, variables } from './variables.ts';

type ValueOf<V> =
  V extends Variable<infer T, infer Required> ? (Required extends true ? T : T | undefined) : never;

/** The configuration of one server: what the environment says, parsed and complete. */
export type Settings = { [Key in keyof typeof variables]: ValueOf<(typeof variables)[Key]> };

/** What is of no use, or not allowed, without another. A provider of tiles must learn who asks. */
const NEEDED = [
  ['DATABASE_REPLICA_URLS', 'DATABASE_URL'],
  ['STREETS_URL', 'STREETS_ATTRIBUTION'],
  ['STREETS_URL', 'PUBLIC_URL'],
] as const;

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
export function parseSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const wrong: { name: string; allowed: string }[] = [];
  const values = Object.entries(variables).map(([key, variable]) => {
    const { name, fallback, form } = variable as Variable<unknown>;
    const text = environment[name]?.trim() || fallback;
    const value = text === undefined ? undefined : form.parse(text);
    if (text !== undefined && value === undefined) wrong.push({ name, allowed: form.allowed });
    return [key, value];
  });
  for (const [name, needed] of NEEDED) {
    if (environment[name]?.trim() && !environment[needed]?.trim()) {
      wrong.push({ name: needed, allowed: `set when ${name} is` });
    }
  }
  if (wrong.length) throw new SettingsError(wrong);
  return Object.fromEntries(values) as Settings;
}

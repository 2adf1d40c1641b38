const NAMES: Record<string, string> = { '#': 'hash', '*': 'star' };
const SIGNS = Object.fromEntries(Object.entries(NAMES).map(([sign, name]) => [name, sign]));

/**
 * Spells a speed dial code so that no program treats it as a number: `#566` becomes `hash 5 6 6`.
 */
export function spelledCode(code: string): string {
  return [...code].map((sign) => NAMES[sign] ?? sign).join(' ');
}

/**
 * Parses the result of `spelledCode`.
 * @internal for its test, which checks the round trip
 */
export function readSpelledCode(spelled: string): string {
  return spelled
    .split(' ')
    .map((name) => SIGNS[name] ?? name)
    .join('');
}

const NAMES: Record<string, string> = { '#': 'hash', '*': 'star' };
const SIGNS = Object.fromEntries(Object.entries(NAMES).map(([sign, name]) => [name, sign]));

/** A speed-dial code in words that no program takes for a number: `#566` is `hash 5 6 6`. */
export function spelledCode(code: string): string {
  return [...code].map((sign) => NAMES[sign] ?? sign).join(' ');
}

/**
 * The code that `spelledCode` wrote.
 * @internal for its test, which shows that nothing is lost
 */
export function readSpelledCode(spelled: string): string {
  return spelled
    .split(' ')
    .map((name) => SIGNS[name] ?? name)
    .join('');
}

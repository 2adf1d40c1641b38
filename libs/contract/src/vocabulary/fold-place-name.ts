/** Letters that Arabic and Persian keyboards write differently, and that are read as one. */
const sameLetters: Record<string, string> = { ی: 'ي', ى: 'ي', ک: 'ك', ة: 'ه' };

/** Normalizes a place name for storage and lookup: no accents, case, punctuation or other digits than 0 to 9. */
export function foldPlaceName(name: string): string {
  return westernDigits(name)
    .normalize('NFD')
    .replace(/[\p{M}\u200c\u200d]/gu, '')
    .toLowerCase()
    .replace(/[یىکة]/g, (letter) => sameLetters[letter] as string)
    .replace(/['’`´.]/g, (mark) => (mark === '.' ? ' ' : ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code));

/** Replaces the digits of every script. A script's ten digits begin at a code that ends in 0 or 6. */
export function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    const row = code - (code % 16);
    return String((code % 16) - (isDigit(row) ? 0 : 6));
  });
}

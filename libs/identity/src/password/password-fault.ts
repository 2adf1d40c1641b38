import { commonPasswords } from './common-passwords.ts';

export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 128;
/** Shorter texts that are repeated, as in `abcabcabcabc`, make no good password. */
const MAX_REPEATED_LENGTH = 6;

/**
 * Returns why a password is refused, in one sentence; null if it is good enough. Figures and signs
 * around a common word, as in `Password2026!`, do not make it a better one.
 */
export function passwordFault(password: string): string | null {
  if (password.length < MIN_PASSWORD_LENGTH) {
    return `A password has at least ${MIN_PASSWORD_LENGTH} characters.`;
  }
  if (password.length > MAX_PASSWORD_LENGTH) {
    return `A password has at most ${MAX_PASSWORD_LENGTH} characters.`;
  }
  const plain = password.toLowerCase();
  const word = plain.replace(/^\P{L}+|\P{L}+$/gu, '');
  const isGuessed = commonPasswords.has(plain) || commonPasswords.has(word) || /^\d+$/.test(plain);
  return isGuessed || isRepeated(plain) || isRepeated(word)
    ? 'Many people use this password, or one like it: choose several words.'
    : null;
}

function isRepeated(text: string): boolean {
  const unit = /^(.+?)\1+$/.exec(text)?.[1];
  return unit !== undefined && (unit.length <= MAX_REPEATED_LENGTH || commonPasswords.has(unit));
}

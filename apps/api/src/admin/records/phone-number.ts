import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { e164Pattern } from '#contract';

/** What Mexicans dialed before a number until 2019: 01, 044 and 045, and 1 behind the country. */
const OLD_PREFIX = /^(?:01|044|045)(?=\d{10}$)/;
const OLD_MOBILE = /^\+521(?=\d{10}$)/;

/**
 * Returns a phone number as E.164. Without a country it is one of the United States or else of
 * Mexico.
 *
 * @returns null for what is no phone number, such as a code
 */
export function toE164(text: string): string | null {
  if (/[#*a-wyz]/i.test(text)) return null;
  const digits = text.replace(/[^\d+]/g, '');
  const isOld = OLD_PREFIX.test(digits);
  const number = digits.replace(OLD_PREFIX, '').replace(OLD_MOBILE, '+52');
  for (const country of isOld ? (['MX'] as const) : (['US', 'MX'] as const)) {
    const parsed = parsePhoneNumberFromString(number, country);
    // A number that is stored already is not refused for a range that is unknown here.
    const isKnown = parsed?.isValid() || (e164Pattern.test(number) && parsed?.isPossible());
    if (parsed && isKnown) return parsed.number;
  }
  return null;
}

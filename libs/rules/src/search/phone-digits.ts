/** Something that looks like a phone number: digits with the marks that people put between them. */
const NUMBER = /(?<![\p{L}\p{N}])\+?\d[\d\s().\-/]{5,}\d(?![\p{L}\p{N}])/gu;
/** Fewer digits are a code, a year or a house number. */
const MIN_DIGITS = 7;
const LOCAL_DIGITS = 7;

/**
 * Returns the digits by which a phone number is found: without the prefixes for calls from abroad, of the
 * United States and of Mexico, since people write numbers with and without them.
 *
 * @param number in any usual notation
 */
function phoneDigits(number: string): string {
  return number
    .replace(/\D/g, '')
    .replace(/^(00|011)/, '')
    .replace(/^(1|521?)(?=\d{10}$)/, '');
}

/** Returns the words by which a text finds a phone number: all of its digits, and those of a local call. */
export function phoneWords(number: string): string[] {
  const digits = phoneDigits(number);
  return digits.length > LOCAL_DIGITS ? [digits, digits.slice(-LOCAL_DIGITS)] : [digits];
}

/** Writes the phone numbers of a text as the words by which they are found. */
export function withPhoneDigits(text: string): string {
  return text.replace(NUMBER, (number) => {
    const digits = phoneDigits(number);
    return digits.length < MIN_DIGITS ? number : ` ${digits} `;
  });
}

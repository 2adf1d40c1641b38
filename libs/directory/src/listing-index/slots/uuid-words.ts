/** A UUID is so many words of 32 bits. */
export const WORDS_PER_UUID = 4;

/** Returns the words of a UUID. */
export function wordsOf(uuid: string): Uint32Array {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex');
  const words = new Uint32Array(WORDS_PER_UUID);
  for (let index = 0; index < WORDS_PER_UUID; index += 1) {
    words[index] = bytes.readUInt32BE(index * 4);
  }
  return words;
}

/** The inverse of `wordsOf`. */
export function uuidOf(words: Uint32Array): string {
  const digits = Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

import type { ServiceLayer } from './service-layer.ts';
import { addBits, CHUNK_WORDS, countBits } from './slots/bit-set.ts';

/** The listings of a chunk that match, by the layer of the service that does. */
export interface Matches {
  chunk: number;
  layers: { layer: ServiceLayer; listings: Uint32Array }[];
}

/** Counts the listings that match in any layer. */
export function countListings(matches: Iterable<Matches>): number {
  const found = new Uint32Array(CHUNK_WORDS);
  let count = 0;
  for (const { layers } of matches) {
    found.fill(0);
    for (const { listings } of layers) addBits(found, listings);
    for (const bits of found) count += countBits(bits);
  }
  return count;
}

/** Counts the listings by the tags that they have in a layer in which they match. */
export function countTags(numbers: number[], matches: Iterable<Matches>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { chunk, layers } of matches) {
    const words = wordsWithBits(layers);
    for (const number of numbers) {
      const sets = layers.flatMap(({ layer, listings }) => {
        const tagged = layer.tagged(number, chunk);
        return tagged ? [{ listings, tagged }] : [];
      });
      counts.set(number, (counts.get(number) ?? 0) + countOfAny(sets, words));
    }
  }
  return counts;
}

/** The indexes of the words in which any layer has a listing. */
function wordsWithBits(layers: Matches['layers']): number[] {
  const words: number[] = [];
  for (let word = 0; word < CHUNK_WORDS; word += 1) {
    if (layers.some(({ listings }) => listings[word] !== 0)) words.push(word);
  }
  return words;
}

/** Counts the listings that match and are tagged in any layer. */
function countOfAny(
  sets: { listings: Uint32Array; tagged: Uint32Array }[],
  words: number[],
): number {
  let count = 0;
  for (const word of words) {
    let bits = 0;
    for (const { listings, tagged } of sets) bits |= (listings[word] ?? 0) & (tagged[word] ?? 0);
    count += countBits(bits);
  }
  return count;
}

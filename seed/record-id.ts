import { createHash } from 'node:crypto';

/** The namespace of all ids that come from seed records: random, and never to be changed. */
const NAMESPACE = Buffer.from('6f1d2c0b8a3e4d5c9b7a1f2e3d4c5b6a', 'hex');

/** An id that is the same at every load: a name-based UUID (RFC 9562, version 5). */
export function recordId(...name: (string | number)[]): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name.join('/')).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

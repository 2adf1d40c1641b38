import { v5 as namedId } from 'uuid';

/** The namespace of all ids derived from others: random, and must never change. */
const NAMESPACE = '6f1d2c0b-8a3e-4d5c-9b7a-1f2e3d4c5b6a';

/**
 * Returns the id of a part of a record that has no identity of its own, such as a source, from what
 * distinguishes it: a name-based UUID (RFC 9562, version 5). Records have their ids in the files.
 */
export function recordId(...name: (string | number)[]): string {
  return namedId(name.join('/'), NAMESPACE);
}

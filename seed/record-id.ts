import { v5 as namedId } from 'uuid';

/** The namespace of all ids derived from seed records: random, and must never change. */
const NAMESPACE = '6f1d2c0b-8a3e-4d5c-9b7a-1f2e3d4c5b6a';

/** Returns an id that is stable across loads: a name-based UUID (RFC 9562, version 5). */
export function recordId(...name: (string | number)[]): string {
  return namedId(name.join('/'), NAMESPACE);
}

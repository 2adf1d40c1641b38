import { decodeKeyset, type Keyset } from '#directory';
import { InvalidRequestError } from '../../../http/problems/problems.ts';

/** The page size if the request has no limit. */
export const DEFAULT_PAGE = 20;

/** @throws InvalidRequestError for a cursor that does not match the request */
export function parseCursor(cursor: string | undefined, type: 'string' | 'number'): Keyset | null {
  if (cursor === undefined) return null;
  const keyset = decodeKeyset(cursor);
  if (keyset && typeof keyset.key === type) return keyset;
  throw new InvalidRequestError([
    { name: 'cursor', detail: 'Take it from next of the same question, as it is.' },
  ]);
}

import { createHash } from 'node:crypto';
import { decodeKeyset, type Keyset, type KeysetPage } from '#directory';
import { InvalidRequestError } from '../../../http/problems/problems.ts';

/** The page size if the request has no limit. */
export const DEFAULT_PAGE = 20;

const MARK_LENGTH = 8;

/** A request for one page of a list. */
interface PageRequest {
  cursor?: string;
  limit?: number;
  f?: string;
  properties?: string;
}

/** The place in a list that a cursor points to; it is valid for the query of the list alone. */
export class PagePosition {
  /** null: the beginning. */
  readonly from: Keyset | null;
  private readonly mark: string;

  /**
   * @param list the name of the list
   * @param request its filters, and the cursor of an earlier page
   * @param type of the key that the list is sorted by
   * @throws InvalidRequestError for a cursor of another query
   */
  constructor(list: string, request: PageRequest, type: 'string' | 'number') {
    this.mark = markOf(list, request);
    this.from = request.cursor === undefined ? null : this.parse(request.cursor, type);
  }

  /** Binds the cursors of a page to the query. */
  bind<Row>({ rows, next, previous }: KeysetPage<Row>): KeysetPage<Row> {
    const bound = (cursor: string | null) => cursor && `${cursor}.${this.mark}`;
    return { rows, next: bound(next), previous: bound(previous) };
  }

  private parse(cursor: string, type: 'string' | 'number'): Keyset {
    const [text = '', mark] = cursor.split('.');
    const keyset = mark === this.mark ? decodeKeyset(text) : null;
    if (keyset && typeof keyset.key === type) return keyset;
    throw new InvalidRequestError([
      { name: 'cursor', detail: 'Take it from next of the same question, as it is.' },
    ]);
  }
}

// The format and the size of a page may change on the way.
function markOf(list: string, request: PageRequest): string {
  const { cursor: _, limit: __, f: ___, properties: ____, ...filters } = request;
  const query = Object.entries(filters).filter(([, value]) => value !== undefined);
  const text = JSON.stringify([list, query.sort(([a], [b]) => (a < b ? -1 : 1))]);
  return createHash('sha256').update(text).digest('base64url').slice(0, MARK_LENGTH);
}

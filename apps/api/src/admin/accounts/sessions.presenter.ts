import type { SessionRow } from '#identity';
import type { Sessions } from './accounts.schema.ts';

/** @param currentId of the session of the request */
export function presentSessions(rows: SessionRow[], currentId: string | null): Sessions {
  return {
    items: rows.map(({ created_at, expires_at, ...row }) => ({
      ...row,
      created_at: created_at.toISOString(),
      expires_at: expires_at.toISOString(),
      current: row.id === currentId,
    })),
  };
}

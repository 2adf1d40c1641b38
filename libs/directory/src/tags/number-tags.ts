import type { EntityManager } from 'typeorm';
import type { TagName } from './tag-name.ts';

/** Returns the number of each tag and creates missing ones. */
export async function numberTags(
  manager: EntityManager,
  names: Iterable<TagName>,
): Promise<Map<TagName, number>> {
  // Sorted, so that two transactions with the same new tags do not block each other.
  const unique = [...new Set(names)].sort();
  const kinds = unique.map((name) => name.slice(0, name.indexOf(':')));
  const codes = unique.map((name) => name.slice(name.indexOf(':') + 1));
  await manager.query(
    `INSERT INTO tag (kind, code) SELECT * FROM unnest($1::text[], $2::text[])
     ON CONFLICT DO NOTHING`,
    [kinds, codes],
  );
  const rows = await manager.query<{ id: number; name: TagName }[]>(
    `SELECT tag.id, tag.kind || ':' || tag.code AS name FROM tag
       JOIN unnest($1::text[], $2::text[]) AS requested(kind, code) USING (kind, code)`,
    [kinds, codes],
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
}

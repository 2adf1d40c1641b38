import type { EntityManager } from 'typeorm';

/** The kinds of things that former names lead to. */
export type NamedKind = 'listing' | 'organization' | 'help_line' | 'facility' | 'guide';

/** The id and the slug of a record or a listing. */
export interface RecordNames {
  id: string;
  slug: string;
}

/** A name that something had before, and the id of what it means now. */
export interface FormerName {
  name: string;
  means: string;
}

/** SQL for what has a name now; $1 is the kind. */
const PRESENT: Record<Exclude<NamedKind, 'guide'>, string> = {
  listing: 'SELECT slug FROM listing',
  organization: 'SELECT slug FROM directory_card WHERE kind = $1',
  help_line: 'SELECT slug FROM directory_card WHERE kind = $1',
  facility: 'SELECT slug FROM directory_card WHERE kind = $1',
};

/** What entries or listings were called before they were rebuilt, and what they are called now. */
export interface RebuiltNames {
  before: RecordNames[];
  after: RecordNames[];
  /** The ids of those that another one stands for now. */
  replaced?: FormerName[];
}

/**
 * Lets the slugs that entries or listings had before they were rebuilt lead to what they are now.
 * A name that something has now leads there alone. Call it after they were rebuilt.
 */
export async function storeFormerNames(
  manager: EntityManager,
  kind: keyof typeof PRESENT,
  { before, after, replaced = [] }: RebuiltNames,
): Promise<void> {
  const present = new Map(after.map(({ id, slug }) => [id, slug]));
  const successors = new Map(replaced.map(({ name, means }) => [name, means]));
  const left = before.flatMap(({ id, slug }): FormerName[] => {
    const means = present.has(id) ? id : successors.get(id);
    return means !== undefined && present.get(id) !== slug ? [{ name: slug, means }] : [];
  });
  for (const { name, means } of replaced) {
    await redirectNames(manager, kind, { from: name, to: means });
  }
  await addFormerNames(manager, kind, [...left, ...replaced]);
  await manager.query(
    `DELETE FROM former_name WHERE kind = $1 AND name = ANY($2::text[])
        AND name IN (${PRESENT[kind]})`,
    [kind, [...after.map(({ slug }) => slug), ...left.map(({ name }) => name)]],
  );
}

/** Stores former names; one that led elsewhere leads to the new record. */
export async function addFormerNames(
  manager: EntityManager,
  kind: NamedKind,
  names: FormerName[],
): Promise<void> {
  if (names.length === 0) return;
  await manager.query(
    `INSERT INTO former_name (kind, name, record_id)
     SELECT $1, name, means FROM jsonb_to_recordset($2::jsonb) AS row(name text, means uuid)
     ON CONFLICT (kind, name) DO UPDATE SET record_id = excluded.record_id`,
    [kind, JSON.stringify(names)],
  );
}

/** Makes all that led to one record lead to another, so that each name leads there in one step. */
export async function redirectNames(
  manager: EntityManager,
  kind: NamedKind,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await manager.query(
    `UPDATE former_name SET record_id = $3::uuid WHERE kind = $1 AND record_id = $2::uuid`,
    [kind, from, to],
  );
}

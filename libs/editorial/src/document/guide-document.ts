import type { EntityManager } from 'typeorm';
import type { GuideDocument } from '#contract';
import type { RecordRow } from '#directory';
import { sortedBy, sourceRows, sourcesOf } from '../rows/part-rows.ts';
import { type RecordRows, rowsOf } from '../rows/record-rows.ts';
import type { RowContext } from './organization-to-rows.ts';

/** Reads all rows of a guide; null if there is none. */
export async function readGuideRows(
  manager: EntityManager,
  id: string,
): Promise<RecordRows | null> {
  const guide = await rowsOf(manager, 'guide', { id });
  if (guide.length === 0) return null;
  const own = { guide_id: id };
  return {
    guide,
    guide_text: await rowsOf(manager, 'guide_text', own),
    guide_change: await rowsOf(manager, 'guide_change', own),
    source: await rowsOf(manager, 'source', { record_id: id }),
  };
}

/** Makes the document of the rows of a guide. */
export function guideDocument(rows: RecordRows): GuideDocument {
  const [row] = rows.guide as [RecordRow['guide']];
  return {
    slug: row.slug,
    position: row.position,
    status: row.status_set ?? row.status,
    as_of: row.as_of,
    reviewed_by: row.reviewed_by,
    review_due: row.review_due,
    texts: sortedBy(rows.guide_text ?? [], ({ language }) => language).map(
      ({ guide_id: _, ...text }) => text,
    ),
    changes: sortedBy(rows.guide_change ?? [], ({ date, id }) => `${date} ${id}`).map(
      ({ id, date, texts, source_url }) => ({ id, date, texts, source_url }),
    ),
    sources: sourcesOf(rows.source ?? []),
  };
}

/** Makes the rows of a guide; every part of the document has an id by now. */
export function guideRows(document: GuideDocument, { id, before }: RowContext): RecordRows {
  const [known] = before.guide ?? [];
  const seeded = new Map(before.guide_change?.map((row) => [row.id, row.seeded]));
  const { slug, position, as_of, reviewed_by, review_due } = document;
  // A status that an editor sets stays when the guide's file changes.
  const isSame = document.status === (known?.status_set ?? known?.status);
  const status_set = isSame ? (known?.status_set ?? null) : document.status;
  return {
    guide: [
      {
        seed_hash: null,
        version: 1,
        ...known,
        id,
        slug,
        position,
        as_of,
        reviewed_by,
        review_due,
        status: known?.status ?? document.status,
        status_set: known ? status_set : null,
        edited_at: new Date(),
      },
    ],
    guide_text: document.texts.map((text) => ({ guide_id: id, ...text })),
    guide_change: document.changes.map(({ id: changeId, ...change }) => ({
      id: changeId as string,
      guide_id: id,
      ...change,
      seeded: seeded.get(changeId as string) ?? false,
    })),
    source: sourceRows({ record_kind: 'guide', record_id: id }, document.sources),
  };
}

import type { EntityManager } from 'typeorm';
import type { GuideStatus } from '#contract';
import { assertCalendarDate } from '../editing/calendar-date.ts';
import { assertHttpUrl } from '../editing/http-url.ts';
import { appendChanges } from '../read-model/append-changes.ts';

/** A change since a guide was written. */
export interface NewGuideChange {
  /** ISO 8601 date, as precise as known. */
  date: string;
  /** By language; always includes English. */
  texts: { en: string } & Record<string, string>;
  source_url: string | null;
}

/**
 * Overrides the status in a guide's file; null removes the override.
 *
 * @returns false when there is no such guide
 */
export async function setGuideStatus(
  manager: EntityManager,
  slug: string,
  status: GuideStatus | null,
): Promise<boolean> {
  const id = await guideId(manager, slug);
  if (id === null) return false;
  await manager.query(`UPDATE guide SET status_set = $2 WHERE id = $1`, [id, status]);
  await appendChanges(manager, 'guide', [{ id, action: 'updated' }]);
  return true;
}

/**
 * Records a change since a guide was written. It is retained when the guide's file changes.
 *
 * @returns false when there is no such guide
 * @throws EditRejectedError when the date is invalid or the source is not a web address
 */
export async function addGuideChange(
  manager: EntityManager,
  slug: string,
  { date, texts, source_url }: NewGuideChange,
): Promise<boolean> {
  assertCalendarDate(date);
  assertHttpUrl(source_url);
  const id = await guideId(manager, slug);
  if (id === null) return false;
  await manager.query(
    `INSERT INTO guide_change (guide_id, date, texts, source_url) VALUES ($1, $2, $3, $4)`,
    [id, date, JSON.stringify(texts), source_url],
  );
  await appendChanges(manager, 'guide', [{ id, action: 'updated' }]);
  return true;
}

async function guideId(manager: EntityManager, slug: string): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(`SELECT id FROM guide WHERE slug = $1`, [
    slug,
  ]);
  return row?.id ?? null;
}

import type { EntityManager } from 'typeorm';
import type { GuideStatus } from '#contract';
import { appendChanges } from '../changes/change.repository.ts';
import { assertCalendarDate } from '../editing/calendar-date.ts';
import { assertHttpUrl } from '../editing/http-url.ts';

/** Something that changed since a guide was written. */
export interface NewGuideChange {
  /** ISO 8601 date, as precise as it is known. */
  date: string;
  /** By language, English always. */
  texts: { en: string } & Record<string, string>;
  source_url: string | null;
}

/**
 * Sets the status of a guide, whatever its file says; null: as its file says again.
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
 * Says what changed since a guide was written. It stays when the guide's file changes.
 *
 * @returns false when there is no such guide
 * @throws RefusedEdit when the date is none of the calendar, or the source is no web address
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

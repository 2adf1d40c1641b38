import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '#database';
import { MAX_SEEN } from './queue-groups.ts';

/** Days after which nothing is left of what was counted. */
const DAYS_KEPT = 90;
/** Days that count for the order of the queue. */
const DAYS_COUNTED = 30;

/** SQL for how often a record was seen, as a power of two. $1: the present day. */
const SEEN = `(SELECT least(${MAX_SEEN}, ceil(log(2, 1 + coalesce(sum(views), 0))))::smallint
  FROM record_view WHERE record_view.record_id = record_summary.id
    AND day > $1::date - ${DAYS_COUNTED})`;

/** Stores how often records were seen on a day: a number, and nothing about who has seen them. */
@Injectable()
export class RecordViewRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param counts by kind and slug or id, as in `organization annunciation-house`; others are left out */
  async add(counts: ReadonlyMap<string, number>, now: Date): Promise<void> {
    const names = [...counts].map(([record, views]) => {
      const [kind, name] = record.split(' ');
      return { kind, name, views };
    });
    await inTransaction(this.dataSource, async (manager) => {
      const ids = await manager.query<{ record_id: string }[]>(
        `INSERT INTO record_view (record_id, day, views)
         SELECT record_summary.id, $2::date, sum(seen.views)
           FROM jsonb_to_recordset($1::jsonb) AS seen(kind text, name text, views bigint)
           LEFT JOIN listing ON seen.kind = 'listing'
             AND (listing.slug = seen.name OR listing.id::text = seen.name)
           JOIN record_summary ON CASE WHEN seen.kind = 'listing'
             THEN record_summary.id = listing.organization_id
             ELSE record_summary.kind = seen.kind
               AND (record_summary.slug = seen.name OR record_summary.id::text = seen.name) END
          GROUP BY record_summary.id ORDER BY record_summary.id
         ON CONFLICT (record_id, day) DO UPDATE SET views = record_view.views + excluded.views
         RETURNING record_id`,
        [JSON.stringify(names), dayOf(now)],
      );
      await updateSeen(
        manager,
        ids.map(({ record_id }) => record_id),
        now,
      );
    });
  }

  /** Deletes what is too old, and lets older views count no longer. */
  async forget(now: Date): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      await manager.query(`DELETE FROM record_view WHERE day <= $1::date - ${DAYS_KEPT}`, [
        dayOf(now),
      ]);
      const rows = await manager.query<{ id: string }[]>(
        `SELECT id FROM record_summary WHERE seen > 0`,
      );
      await updateSeen(
        manager,
        rows.map(({ id }) => id),
        now,
      );
    });
  }
}

async function updateSeen(manager: EntityManager, ids: string[], now: Date): Promise<void> {
  await manager.query(
    `UPDATE record_summary SET seen = ${SEEN}
      WHERE id IN (SELECT id FROM record_summary WHERE id = ANY($2::uuid[]) ORDER BY id FOR UPDATE)
        AND seen <> ${SEEN}`,
    [dayOf(now), ids],
  );
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

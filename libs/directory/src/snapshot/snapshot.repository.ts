import { Injectable } from '@nestjs/common';
import { organizationFields } from '#contract';
import { DatabaseReader, LONG_READ_MS } from '#database';
import type { StoredHours } from '../schedule/stored-hours.ts';
import type { ServedDirectoryEntry, ServedListing } from '../search/served-row.ts';
import { SqlConditions } from '../search/sql-conditions.ts';

/** After more changes than this, everything is read again. */
const MAX_CHANGES = 5_000;

export interface SnapshotQuery {
  /** Only what changed after this number of the change sequence; null: everything. */
  since: number | null;
  /** An intarray query for listings; null: all. */
  tags: string | null;
  /** Whether entries include their sources, which are most of their text. */
  sources: boolean;
  /** Languages of the translations to include; null: all. */
  languages: string[] | null;
}

export type SnapshotListingRow = Pick<
  ServedListing,
  'id' | 'document' | 'due_at' | keyof StoredHours
> & { organization_id: string };

export type SnapshotEntryRow = Pick<ServedDirectoryEntry, 'id' | 'kind' | 'document' | 'due_at'>;

export interface SnapshotRows {
  sequence: number;
  changed: string[] | null;
  /** Listings without the fields of their organizations. */
  listings: SnapshotListingRow[];
  entries: SnapshotEntryRow[];
}

const LONG = { limitMs: LONG_READ_MS };

/** Reads the complete directory. */
@Injectable()
export class SnapshotRepository {
  constructor(private readonly db: DatabaseReader) {}

  /**
   * Reads everything, or all records that changed, including closed listings. Everything also after
   * very many changes.
   */
  async read({ since, tags, ...shape }: SnapshotQuery): Promise<SnapshotRows> {
    // Read first, so that nothing read afterwards is older than this sequence.
    const [last] = await this.db.query<{ sequence: string }[]>(
      `SELECT coalesce(max(seq), 0)::text AS sequence FROM change`,
    );
    const changed = since === null ? null : await this.changedAfter(since);
    const listings = listingConditions(tags, changed);
    const entries = entryConditions(tags, changed);
    const [listingRows, entryRows] = await Promise.all([
      this.db.query<SnapshotListingRow[]>(
        `SELECT id, organization_id, ${listingDocument(shape, listings)} AS document, due_at,
                open_week, time_zone, special_days::text AS special_days
           FROM listing WHERE ${listings.sql} ORDER BY sort_name, id`,
        listings.values,
        LONG,
      ),
      this.db.query<SnapshotEntryRow[]>(
        `SELECT id, kind, ${entryDocument(shape, entries)} AS document, due_at
           FROM directory_card WHERE ${entries.sql} ORDER BY sort_name, id`,
        entries.values,
        LONG,
      ),
    ]);
    return { sequence: Number(last?.sequence), changed, listings: listingRows, entries: entryRows };
  }

  /** Returns the ids of the records that changed; null if they are too many. */
  private async changedAfter(sequence: number): Promise<string[] | null> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT record_id AS id FROM change
        WHERE seq > $1 AND record_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        ORDER BY seq LIMIT $2`,
      [sequence, MAX_CHANGES + 1],
      LONG,
    );
    return rows.length > MAX_CHANGES ? null : [...new Set(rows.map(({ id }) => id))];
  }
}

type SnapshotShape = Pick<SnapshotQuery, 'sources' | 'languages'>;

function entryDocument({ sources, languages }: SnapshotShape, where: SqlConditions): string {
  // Facilities list the organizations that work in them, so organizations omit their facilities.
  const document = `card::jsonb - '{facilities${sources ? '' : ',sources'}}'::text[]`;
  if (!languages) return `(${document})::text`;
  const wanted = inLanguages(`card::jsonb->'translations'`, where.value(languages));
  return `CASE kind WHEN 'organization' THEN jsonb_set(${document}, '{translations}', (${wanted}))
    ELSE ${document} END::text`;
}

// A single service is what its listing says, and an organization has its own translations.
function listingDocument({ languages }: SnapshotShape, where: SqlConditions): string {
  const wanted = languages && where.value(languages);
  const ofService = `SELECT coalesce(jsonb_agg(one), '[]')
    FROM jsonb_array_elements(card::jsonb->'translations') AS one
    WHERE one->>'field' IN ('eligibility', 'hours') AND ${isWanted(wanted)}`;
  const document = `jsonb_set(card::jsonb - '{${organizationFields.join(',')}}'::text[],
    '{translations}', (${ofService}))`;
  const services = `SELECT coalesce(
      jsonb_agg(jsonb_set(service, '{translations}', (${inLanguages(`service->'translations'`, wanted)}))),
      '[]')
    FROM jsonb_array_elements(card::jsonb->'services') AS service`;
  return `(CASE WHEN jsonb_array_length(card::jsonb->'services') = 1
      AND card::jsonb->'services'->0->>'status' = 'active'
    THEN ${document} - 'services'
    ELSE jsonb_set(${document}, '{services}', (${services})) END)::text`;
}

function inLanguages(translations: string, languages: string | null): string {
  return `SELECT coalesce(jsonb_agg(one), '[]') FROM jsonb_array_elements(${translations}) AS one
    WHERE ${isWanted(languages)}`;
}

function isWanted(languages: string | null): string {
  return languages === null ? 'true' : `one->>'language' = ANY(${languages}::text[])`;
}

function listingConditions(tags: string | null, organizations: string[] | null): SqlConditions {
  const where = new SqlConditions();
  if (tags) where.add(`tags @@ ${where.value(tags)}::query_int`);
  if (organizations) where.add(`organization_id = ANY(${where.value(organizations)}::uuid[])`);
  return where;
}

// Of organizations only those of the listings.
function entryConditions(tags: string | null, changed: string[] | null): SqlConditions {
  const where = new SqlConditions();
  where.add(`kind <> 'speed_dial'`);
  if (changed) where.add(`id = ANY(${where.value(changed)}::uuid[])`);
  if (!tags) return where;
  // Not as OR, for which every organization would be looked at.
  where.add(`id IN (
    SELECT organization_id FROM listing WHERE tags @@ ${where.value(tags)}::query_int
    UNION ALL SELECT id FROM directory_card WHERE kind IN ('facility', 'help_line'))`);
  return where;
}

import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { ListingStatus } from '#contract';
import { DatabaseReader } from '#database';
import type { StoredHours } from '../schedule/stored-hours.ts';
import type { TagKind } from '../tags/tag-name.ts';
import { type DirectoryChange, type ListingsChange, listingsChange } from './directory-change.ts';
import { type IndexedListing, type IndexedService, ListingIndex } from './listing-index.ts';
import { countedKinds } from './tag-combinations.ts';

const BATCH_SIZE = 2_500;
/** What more changes concern is not told. */
const MAX_TOLD_CHANGES = 1_000;
const NIL = '00000000-0000-0000-0000-000000000000';

interface IndexedRow {
  id: string;
  organization_id: string;
  status: ListingStatus;
  remote: boolean;
  map_x: number | null;
  map_y: number | null;
  verified_minute: number | null;
  due_minute: number | null;
  tags: number[];
  open_week: string | null;
  time_zone: string | null;
  several_services: boolean;
}

/** What is asked about services; special days are known of rows of their own alone. */
type ServiceRow = Pick<IndexedRow, 'tags' | 'open_week' | 'time_zone'> &
  Partial<Pick<StoredHours, 'special_days'>>;

type NamedRow = IndexedRow & { sort_name: string };

// All of it is in one index.
const COLUMNS = `id, organization_id, status, location_id IS NULL AS remote, map_x, map_y,
  floor(extract(epoch FROM verified_at) / 60)::integer AS verified_minute,
  ceil(extract(epoch FROM due_at) / 60)::integer AS due_minute, tags, open_week::text, time_zone,
  several_services`;

/** Reads what the listing index has of the listings, a batch at a time. */
@Injectable()
export class ListingIndexRepository {
  /** The kinds of all tags that were seen. */
  private kinds = new Map<number, TagKind>();

  constructor(private readonly db: DatabaseReader) {}

  /** Returns an index of all listings. What changes while it is read may be missing. */
  async all(): Promise<ListingIndex> {
    const index = new ListingIndex();
    let next: Promise<NamedRow[]> | null = this.batchAfter('', NIL);
    while (next) {
      const rows: NamedRow[] = await next;
      const end = rows.at(-1);
      const isLast = rows.length < BATCH_SIZE || !end;
      // Read while these ones are added.
      next = isLast ? null : this.batchAfter(end.sort_name, end.id);
      next?.catch(() => {});
      index.add(await this.withServices(rows));
    }
    index.endOrder();
    return index;
  }

  private async batchAfter(name: string, id: string): Promise<NamedRow[]> {
    return await this.db.query<NamedRow[]>(
      `SELECT ${COLUMNS}, sort_name FROM listing WHERE (sort_name, id) > ($1::text, $2::uuid)
        ORDER BY sort_name, id LIMIT ${BATCH_SIZE}`,
      [name, id],
    );
  }

  /**
   * Reads the listings again of all organizations that changed.
   *
   * @param after the sequence number of the last change that the index has
   * @param upTo that of the last change that it will have
   * @returns the changes; null if there are very many
   */
  async update(
    index: ListingIndex,
    after: number,
    upTo: number,
  ): Promise<DirectoryChange[] | null> {
    const changes = await this.db.query<Omit<DirectoryChange, 'listings'>[]>(
      `SELECT seq::double precision AS sequence, kind, record_id AS id FROM change
        WHERE seq > $1 AND seq <= $2 ORDER BY seq`,
      [after, upTo],
    );
    const organizations = changes.filter(({ kind, id }) => kind === 'organization' && isUuid(id));
    const ids = [...new Set(organizations.map(({ id }) => id))];
    const isMany = changes.length > MAX_TOLD_CHANGES;
    const told = new Map<string, ListingsChange>();
    for (let start = 0; start < ids.length; start += BATCH_SIZE) {
      const batch = ids.slice(start, start + BATCH_SIZE);
      const rows = await this.db.query<IndexedRow[]>(
        `SELECT ${COLUMNS} FROM listing WHERE organization_id = ANY($1::uuid[])`,
        [batch],
      );
      const listings = await this.withServices(rows);
      const before = isMany ? [] : batch.map((id) => index.summaryOf(id));
      index.remove(batch);
      index.add(listings);
      before.forEach((summary, at) => {
        const id = batch[at] as string;
        told.set(id, listingsChange(summary, index.summaryOf(id)));
      });
    }
    if (isMany) return null;
    return changes.map((change) => ({ ...change, listings: told.get(change.id) ?? null }));
  }

  private async withServices(rows: IndexedRow[]): Promise<IndexedListing[]> {
    const several = rows.filter((row) => row.several_services).map(({ id }) => id);
    const serviceRows = await this.services(several);
    const kinds = await this.kindsOf([...rows, ...serviceRows]);
    const services = new Map<string, IndexedService[]>();
    for (const row of serviceRows) {
      const others = services.get(row.listing_id) ?? [];
      services.set(row.listing_id, [...others, serviceOf(row, kinds)]);
    }
    return rows.map((row) => ({
      id: row.id,
      organizationId: row.organization_id,
      status: row.status,
      remote: row.remote,
      position: row.map_x === null || row.map_y === null ? null : { x: row.map_x, y: row.map_y },
      verifiedMinute: row.verified_minute,
      dueMinute: row.due_minute,
      services: services.get(row.id) ?? [serviceOf(row, kinds)],
    }));
  }

  private async services(listings: string[]): Promise<(ServiceRow & { listing_id: string })[]> {
    if (listings.length === 0) return [];
    return await this.db.query(
      `SELECT listing_id, tags, open_week::text, time_zone, special_days::text
         FROM listing_service WHERE listing_id = ANY($1::uuid[]) ORDER BY listing_id, service_id`,
      [listings],
    );
  }

  /** Returns the kinds of tags, which are read again only when one of them is new. */
  private async kindsOf(rows: Pick<IndexedRow, 'tags'>[]): Promise<ReadonlyMap<number, TagKind>> {
    if (rows.every(({ tags }) => tags.every((tag) => this.kinds.has(tag)))) return this.kinds;
    const all = await this.db.query<{ id: number; kind: TagKind }[]>('SELECT id, kind FROM tag');
    this.kinds = new Map(all.map(({ id, kind }) => [id, kind]));
    return this.kinds;
  }
}

function serviceOf(
  { tags, open_week, time_zone, special_days = null }: ServiceRow,
  kinds: ReadonlyMap<number, TagKind>,
): IndexedService {
  const counted: IndexedService['counted'] = {
    service: [],
    region: [],
    language: [],
    cost: [],
    accepts: [],
  };
  for (const tag of tags) {
    const kind = countedKinds.find((one) => one === kinds.get(tag));
    if (kind) counted[kind].push(tag);
  }
  return {
    tags,
    counted,
    hours: { open_week, time_zone, special_days },
  };
}

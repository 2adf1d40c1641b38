import type { EntityManager } from 'typeorm';
import { freshnessAt, type Listing, type OrganizationWithListings } from '#contract';

/** As it is stored, without what depends on the time. */
interface StoredEntry {
  document: string;
  verified_at: Date | null;
  due_at: Date | null;
}

/**
 * Reads what the public sees of an organization, in the transaction of a change and not from a replica.
 * It has no fields that depend on the time of the request but its freshness, and no closed places.
 */
export async function readPublishedOrganization(
  manager: EntityManager,
  id: string,
  now: Date,
): Promise<OrganizationWithListings | null> {
  const [entry] = await manager.query<StoredEntry[]>(
    `SELECT card AS document, verified_at, due_at FROM directory_card
      WHERE kind = 'organization' AND id = $1`,
    [id],
  );
  if (!entry) return null;
  const listings = await manager.query<StoredEntry[]>(
    `SELECT card AS document, verified_at, due_at FROM listing
      WHERE organization_id = $1 ORDER BY sort_name, id`,
    [id],
  );
  const shown = listings.map((row) =>
    completed<Listing>(row, now, { open: null, distance_m: null }),
  );
  return completed<OrganizationWithListings>(entry, now, {
    listings: shown.filter(({ status }) => status !== 'closed'),
  });
}

function completed<Entry>(row: StoredEntry, now: Date, more: object): Entry {
  const { document, verified_at, due_at } = row;
  const freshness = freshnessAt(now, verified_at, due_at);
  return { ...JSON.parse(document), freshness, ...more } as Entry;
}

import type { ListingFilter } from './listing-filter.ts';
import { SqlConditions } from './sql-conditions.ts';
import type { TagDictionary } from './tag-dictionary.ts';

/**
 * Builds the conditions on `listing` that are shared by every query. What is asked about services
 * must be true of one and the same service.
 */
export function listingConditions(filter: ListingFilter, tags: TagDictionary): SqlConditions {
  const where = new SqlConditions();
  if (filter.status.length === 0) where.add(`listing.status <> 'closed'`);
  const wanted = tags.query(filter);
  if (wanted) where.add(`listing.tags @@ ${where.value(wanted)}::query_int`);
  const open = openConditions('listing', filter, where);
  if (dependsOnService(filter)) {
    const one = serviceConditions({ filter, tags }, where);
    where.add(`CASE WHEN listing.several_services THEN EXISTS (
      SELECT FROM listing_service AS service WHERE listing_id = listing.id AND ${one})
      ELSE ${open} END`);
  }
  if (filter.remote) where.add('listing.location_id IS NULL');
  if (filter.verifiedSince) {
    where.add(`listing.verified_at >= ${where.value(filter.verifiedSince)}::timestamptz`);
  }
  return where;
}

/**
 * Builds the condition on one row of `listing_service`, named `service`.
 *
 * @param where collects its values
 */
function serviceConditions(
  { filter, tags }: { filter: ListingFilter; tags: TagDictionary },
  where: SqlConditions,
): string {
  const wanted = tags.query(filter);
  const open = openConditions('service', filter, where);
  return wanted ? `service.tags @@ ${where.value(wanted)}::query_int AND ${open}` : open;
}

/** False if a listing matches as soon as any of its services does. */
function dependsOnService(filter: ListingFilter): boolean {
  const { service, region, serves, language, cost, accepts } = filter;
  const asked = [service, region, serves, language, cost, accepts].filter(
    (codes) => codes.length > 0,
  );
  return asked.length > 1 || filter.openAt !== null || filter.openAtMinute !== null;
}

function openConditions(
  table: 'listing' | 'service',
  { openAt, openAtMinute }: ListingFilter,
  where: SqlConditions,
): string {
  const open = new SqlConditions();
  const week = `${table}.open_week`;
  if (openAt) {
    open.add(`${week} @> week_minute(${where.value(openAt)}::timestamptz, ${table}.time_zone)`);
  }
  if (openAtMinute !== null) open.add(`${week} @> ${where.value(openAtMinute)}::integer`);
  return open.sql;
}

import { weekMinute } from '#contract';
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
  // A listing with special days says of its services when they are given.
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
  return asked.length > 1 || filter.openAt !== null || filter.openAtLocal !== null;
}

/** @param table either `listing`, by the week alone, or `service`, with its special days */
function openConditions(
  table: 'listing' | 'service',
  { openAt, openAtLocal }: ListingFilter,
  where: SqlConditions,
): string {
  const open = new SqlConditions();
  const weekOn = (day: () => string) =>
    table === 'listing'
      ? 'listing.open_week'
      : `coalesce(special_week(service.special_days, ${day()}), service.open_week)`;
  if (openAt) {
    const at = `${where.value(openAt)}::timestamptz`;
    const day = () => `(${at} AT TIME ZONE service.time_zone)::date`;
    open.add(`${weekOn(day)} @> week_minute(${at}, ${table}.time_zone)`);
  }
  if (openAtLocal !== null) {
    const day = () => `${where.value(openAtLocal.slice(0, 10))}::date`;
    open.add(`${weekOn(day)} @> ${where.value(weekMinute(openAtLocal))}::integer`);
  }
  return open.sql;
}

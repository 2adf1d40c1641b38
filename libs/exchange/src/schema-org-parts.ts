import type { ListingLocation } from '#contract';

/** A JSON-LD node; undefined and null properties are unknown. */
export interface Node {
  [property: string]: Value | undefined;
}

type Value = string | number | boolean | null | Node | Value[];

type Addressed = Pick<ListingLocation, 'address' | 'city' | 'postal_code' | 'region' | 'country'>;

/** Removes unknown properties, because every property in JSON-LD is a claim. */
export function known(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) =>
        value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** Builds a `PostalAddress` from the public parts of an address. */
export function postalAddress(
  { address, city, postal_code, region, country }: Addressed,
  regionName: (code: string) => string,
): Node {
  return known({
    '@type': 'PostalAddress',
    streetAddress: address,
    addressLocality: city,
    postalCode: postal_code,
    addressRegion: region ? regionName(region) : null,
    addressCountry: country,
  });
}

/** `GeoCoordinates` in WGS 84 degrees; null if the point is not that of the building itself. */
export function geoCoordinates(location: ListingLocation): Node | null {
  const { visibility, precision, latitude, longitude } = location;
  if (visibility !== 'exact' || precision !== 'address') return null;
  if (latitude === null || longitude === null) return null;
  return { '@type': 'GeoCoordinates', latitude, longitude };
}

/** Opening hours as text, as the source gives them; they are not parsed. */
export function hoursInWords(hours: string | null): Node | null {
  return hours ? { '@type': 'OpeningHoursSpecification', description: hours } : null;
}

/**
 * Permanently closed: search engines expect opening and closing times of midnight.
 *
 * @param since ISO 8601 date
 */
export function closedHours(since: string | null): Node {
  return known({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    opens: '00:00',
    closes: '00:00',
    validFrom: since,
  });
}

/** True for `2026-07-20` but not for `2026-07`. */
export function isFullDate(date: string | null | undefined): date is string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date ?? '');
}

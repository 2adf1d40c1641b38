import type { ListingLocation } from '#contract';

/** A thing of JSON-LD; what is undefined or null in it is not known. */
export interface Node {
  [property: string]: Value | undefined;
}

type Value = string | number | boolean | null | Node | Value[];

type Addressed = Pick<ListingLocation, 'address' | 'city' | 'postal_code' | 'region' | 'country'>;

/** Without what is not known: a property that is there is a claim. */
export function known(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) =>
        value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** A `PostalAddress` of what is public of an address. */
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

/** `GeoCoordinates` in WGS 84 degrees; null where the point is not that of the building itself. */
export function geoCoordinates(location: ListingLocation): Node | null {
  const { visibility, precision, latitude, longitude } = location;
  if (visibility !== 'exact' || precision !== 'address') return null;
  if (latitude === null || longitude === null) return null;
  return { '@type': 'GeoCoordinates', latitude, longitude };
}

/** Opening hours as their source says them: no times are made out of words. */
export function hoursInWords(hours: string | null): Node | null {
  return hours ? { '@type': 'OpeningHoursSpecification', description: hours } : null;
}

/**
 * Never open: opening and closing at midnight is how search engines are told so.
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

/** True for `2026-07-20`, not for `2026-07`. */
export function isFullDate(date: string | null | undefined): date is string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date ?? '');
}

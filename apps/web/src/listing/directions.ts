import type { ListingLocation } from '#contract';

/** Links that open a map program. The town alone where the address is private. */
export function directionsLinks(location: ListingLocation): { geo: string; web: string } | null {
  const { latitude, longitude, address, city, region, visibility } = location;
  if (latitude === null || longitude === null || visibility === 'hidden') return null;
  const place = [visibility === 'exact' ? address : null, city, region].filter(Boolean).join(', ');
  return {
    geo: `geo:${latitude},${longitude}?q=${encodeURIComponent(place)}`,
    web: `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`,
  };
}

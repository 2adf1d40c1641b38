import type { ListingLocation } from '#contract';

export interface Directions {
  /** Opens the map app of the device. */
  geo: string;
  /** Web maps by name. */
  web: [name: string, url: string][];
}

/** Builds links that open a map; only with the town if the address is private. */
export function directionsTo(location: ListingLocation): Directions | null {
  const { latitude, longitude, address, city, region, visibility } = location;
  if (latitude === null || longitude === null || visibility === 'hidden') return null;
  const place = [visibility === 'exact' ? address : null, city, region].filter(Boolean).join(', ');
  const query = encodeURIComponent(place);
  return {
    geo: `geo:${latitude},${longitude}?q=${query}`,
    web: [
      ['OpenStreetMap', `https://www.openstreetmap.org/search?query=${query}`],
      ['Google Maps', `https://www.google.com/maps/search/?api=1&query=${query}`],
      ['Apple Maps', `https://maps.apple.com/?q=${query}`],
    ],
  };
}

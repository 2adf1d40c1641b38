import { createRequire } from 'node:module';
import type { RegionCode } from '#contract';
import type { PlaceRecord } from './place-record.ts';

interface PortOfEntry {
  slug: string;
  name: string;
  region: RegionCode;
  opposite_town: string;
  latitude: number;
  longitude: number;
  alternate_names: string[];
}

const require = createRequire(import.meta.url);

/** Returns the land ports of entry, good to about a kilometer, with the names that people use. */
export function portsOfEntry(): PlaceRecord[] {
  const { ports } = require('#places/ports-of-entry.json') as { ports: PortOfEntry[] };
  return ports.map((port) => ({
    id: `port:${port.slug}`,
    kind: 'port_of_entry',
    name: port.name,
    region: port.region,
    country: port.region.slice(0, 2),
    population: null,
    longitude: port.longitude,
    latitude: port.latitude,
    otherNames: port.alternate_names,
  }));
}

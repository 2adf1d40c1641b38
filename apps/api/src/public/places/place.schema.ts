import type { Place, PlaceKind } from '#contract';
import { pageComponent } from '../../http/openapi/page.schema.ts';
import {
  component,
  count,
  enumOf,
  latitude,
  longitude,
  nullable,
  objectOf,
  text,
} from '../../http/openapi/schema-builder.ts';

export const examplePlace: Place = {
  id: 'geonames:5520993',
  kind: 'city',
  name: 'El Paso',
  region: 'US-TX',
  region_name: 'Texas',
  country: 'US',
  latitude: 31.75872,
  longitude: -106.48693,
  population: 681124,
};

const kinds: PlaceKind[] = ['city', 'postal_code', 'county', 'port_of_entry', 'region', 'country'];

export const placeComponent = component<Place>(
  'Place',
  objectOf<Place>({
    id: text(),
    kind: enumOf(kinds),
    name: text(),
    region: nullable(text('ISO 3166-2')),
    region_name: nullable(text()),
    country: text('ISO 3166-1'),
    latitude,
    longitude,
    population: nullable(count),
  }),
);

export const placePageComponent = pageComponent(placeComponent, examplePlace);

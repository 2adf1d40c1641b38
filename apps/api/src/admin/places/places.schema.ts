import {
  type ConsoleTiles,
  type PlaceCheck,
  type PlaceWarning,
  type PlaceWarnings,
  placeWarningCodes,
  pointPrecisions,
  type TileOffer,
} from '#contract';
import {
  arrayOf,
  component,
  count,
  enumOf,
  latitude,
  longitude,
  nullable,
  objectOf,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';

const point = objectOf<PlaceCheck['point']>({ longitude, latitude });

export const placeCheckComponent = component<PlaceCheck>(
  'PlaceCheck',
  objectOf<PlaceCheck>(
    {
      point,
      precision: nullable(enumOf(pointPrecisions)),
      address_1: nullable(text()),
      city: nullable(text()),
      region: nullable(text()),
      place_id: uuid,
    },
    { optional: ['place_id'] },
  ),
  {
    ...{ point: { longitude: -106.487, latitude: 31.739 }, precision: 'address' },
    ...{ address_1: '1 Example Street', city: 'El Paso', region: 'US-TX' },
  },
);

export const placeWarningsComponent = component<PlaceWarnings>(
  'PlaceWarnings',
  objectOf<PlaceWarnings>({
    warnings: arrayOf(
      objectOf<PlaceWarning>({
        code: enumOf(placeWarningCodes),
        region: nullable(text()),
        distance_m: nullable(count),
        point: nullable(point),
        name: nullable(text()),
      }),
    ),
  }),
  {
    warnings: [
      {
        ...{ code: 'outside_country', region: 'MX-CHH', distance_m: 1041 },
        ...{ point: null, name: null },
      },
    ],
  },
);

const tileOffer = objectOf<TileOffer>({
  kind: enumOf(['pictures', 'shapes']),
  attribution: text(),
  leastZoom: count,
  mostTileZoom: count,
  bounds: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
});

export const consoleTilesComponent = component<ConsoleTiles>(
  'ConsoleTiles',
  objectOf<ConsoleTiles>({ public: nullable(tileOffer), private: nullable(tileOffer) }),
  { public: null, private: null },
);

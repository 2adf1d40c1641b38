import type { Nearby } from '#contract';
import { featuresComponent } from '../../http/openapi/geojson.schema.ts';
import {
  arrayOf,
  component,
  flag,
  nullable,
  objectOf,
  ref,
  type SchemasOf,
} from '../../http/openapi/schema-builder.ts';
import { exampleHelpLine, helpLineComponent } from '../help-lines/help-line.schema.ts';
import {
  exampleListing,
  listingComponent,
  listingFeatureComponent,
} from '../listings/listing.schema.ts';
import { examplePlace, placeComponent } from '../places/place.schema.ts';

type NearbyMembers = Omit<Nearby, 'items'>;

const memberSchemas: SchemasOf<NearbyMembers> = {
  place: nullable(ref(placeComponent)),
  other_places: arrayOf(ref(placeComponent)),
  remote: arrayOf(ref(listingComponent)),
  help_lines: arrayOf(ref(helpLineComponent)),
  widened: flag('True when nothing lay within the radius and the nearest beyond it is given.'),
};

const exampleMembers: NearbyMembers = {
  place: examplePlace,
  other_places: [],
  remote: [],
  help_lines: [exampleHelpLine],
  widened: false,
};

export const nearbyComponent = component<Nearby>(
  'Nearby',
  objectOf<Nearby>({ items: arrayOf(ref(listingComponent)), ...memberSchemas }),
  { items: [exampleListing], ...exampleMembers },
);

export const nearbyFeaturesComponent = featuresComponent(listingFeatureComponent, {
  name: 'NearbyFeatures',
  schemas: memberSchemas,
  example: exampleMembers,
});

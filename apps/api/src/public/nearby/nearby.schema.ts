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
  text,
} from '../../http/openapi/schema-builder.ts';
import { exampleListedHelpLine, listedHelpLineComponent } from '../help-lines/help-line.schema.ts';
import {
  exampleListedListing,
  listedListingComponent,
  listedListingFeatureComponent,
} from '../listings/listed-listing.schema.ts';
import { examplePlace, placeComponent } from '../places/place.schema.ts';

type NearbyMembers = Omit<Nearby, 'items'>;
type More = Nearby['more'];

const memberSchemas: SchemasOf<NearbyMembers> = {
  place: nullable(ref(placeComponent)),
  other_places: arrayOf(ref(placeComponent)),
  remote: {
    ...arrayOf(ref(listedListingComponent)),
    description: 'The help without a place that fits best; more has the URL of the rest.',
  },
  help_lines: {
    ...arrayOf(ref(listedHelpLineComponent)),
    description: 'The help lines that fit best; more has the URL of the rest.',
  },
  more: objectOf<More>({
    remote: text('URL of all help without a place.'),
    help_lines: text('URL of all help lines.'),
  }),
  widened: flag('True when nothing lay within the radius and the nearest beyond it is given.'),
};

const exampleMembers: NearbyMembers = {
  place: examplePlace,
  other_places: [],
  remote: [],
  help_lines: [exampleListedHelpLine],
  more: {
    remote: '/v1/listings?remote=true&serves=US-TX',
    help_lines: '/v1/help-lines',
  },
  widened: false,
};

export const nearbyComponent = component<Nearby>(
  'Nearby',
  objectOf<Nearby>({ items: arrayOf(ref(listedListingComponent)), ...memberSchemas }),
  { items: [exampleListedListing], ...exampleMembers },
);

export const nearbyFeaturesComponent = featuresComponent(listedListingFeatureComponent, {
  name: 'NearbyFeatures',
  schemas: memberSchemas,
  example: exampleMembers,
});

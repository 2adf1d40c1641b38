import { type Facet, type Facets, facetNames } from '#contract';
import {
  arrayOf,
  component,
  count,
  enumOf,
  objectOf,
  text,
} from '../../http/openapi/schema-builder.ts';

export const facetsComponent = component<Facets>(
  'Facets',
  objectOf<Facets>({
    total: { ...count, description: 'Listings with all filters.' },
    facets: arrayOf(
      objectOf<Facet>({
        name: enumOf(facetNames),
        without: { ...count, description: 'Listings without this filter.' },
        values: arrayOf(objectOf<Facet['values'][number]>({ code: text(), count })),
      }),
    ),
  }),
  {
    total: 12,
    facets: [{ name: 'service', without: 40, values: [{ code: 'legal', count: 12 }] }],
  },
);

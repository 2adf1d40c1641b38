import {
  type ConfirmedCounts,
  type Overview,
  suggestionOrigins,
  verificationHarms,
  verifiedKinds,
} from '#contract';
import {
  arrayOf,
  component,
  count,
  date,
  enumOf,
  nullable,
  objectOf,
} from '../../http/openapi/schema-builder.ts';

type Queue = NonNullable<Overview['queue']>;
type Suggestions = NonNullable<Overview['suggestions']>;

export const overviewComponent = component<Overview>(
  'Overview',
  objectOf<Overview>({
    records: arrayOf(
      objectOf<ConfirmedCounts>({
        kind: enumOf(verifiedKinds),
        confirmed: count,
        due: count,
        never: count,
      }),
    ),
    queue: nullable(arrayOf(objectOf<Queue[number]>({ harm: enumOf(verificationHarms), count }))),
    suggestions: nullable(
      arrayOf(objectOf<Suggestions[number]>({ origin: enumOf(suggestionOrigins), count })),
    ),
    changed: arrayOf(objectOf<Overview['changed'][number]>({ day: date, count })),
    assigned: objectOf<Overview['assigned']>({ total: count, due: count }),
  }),
  {
    records: [{ kind: 'organization', confirmed: 12, due: 3, never: 40 }],
    queue: [{ harm: 'possibly_closed', count: 2 }],
    suggestions: [{ origin: 'reader', count: 1 }],
    changed: [{ day: '2026-11-30', count: 4 }],
    assigned: { total: 5, due: 2 },
  },
);

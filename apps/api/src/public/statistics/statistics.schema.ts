import {
  freshnesses,
  listingStatuses,
  type Statistics,
  sourceKinds,
  statisticsDays,
} from '#contract';
import {
  component,
  count,
  dateTime,
  objectOf,
  type Schema,
  type SchemasOf,
} from '../../http/openapi/schema-builder.ts';

function countsOf<Name extends string>(names: readonly Name[]): Schema<Record<Name, number>> {
  const counts = Object.fromEntries(names.map((name) => [name, count]));
  return objectOf<Record<Name, number>>(counts as SchemasOf<Record<Name, number>>);
}

export const statisticsComponent = component<Statistics>(
  'Statistics',
  objectOf<Statistics>({
    at: dateTime,
    listings: objectOf<Statistics['listings']>({
      total: count,
      by_freshness: {
        ...countsOf(freshnesses),
        description: 'Of those that have not closed.',
      },
      by_status: countsOf(listingStatuses),
    }),
    sources: {
      ...countsOf(sourceKinds),
      description:
        'own: a page of the organization itself; unlinked: seen, but without a public address.',
    },
    changes: {
      ...countsOf(['created', 'updated', 'deleted']),
      description: `Records that came, changed and went in the last ${statisticsDays} days.`,
    },
  }),
  {
    at: '2026-07-20T12:00:00.000Z',
    listings: {
      total: 12,
      by_freshness: { fresh: 3, due: 1, overdue: 1, never: 5 },
      by_status: { active: 8, closed: 2, unknown: 2 },
    },
    sources: { own: 20, government: 5, other: 12, unlinked: 3 },
    changes: { created: 2, updated: 4, deleted: 0 },
  },
);

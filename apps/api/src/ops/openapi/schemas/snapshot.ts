import { organizationFields } from '#contract';
import {
  exactly,
  listOf,
  moment,
  nullable,
  ref,
  type Schema,
  text,
  uuid,
} from '../../../http/openapi/schema-builder.ts';
import { facility, helpLine, organization } from './directory.ts';
import { lasting } from './listing.ts';

const dueAt = {
  due_at: nullable({ ...moment, description: 'When it should be checked again.' }),
};

/** A schema of an object that may leave its sources out. */
function withOrWithoutSources(properties: Record<string, Schema>): Schema {
  const { sources: _, ...required } = properties;
  return exactly(properties, { required: Object.keys(required) });
}

function without(properties: Record<string, Schema>, name: string): Record<string, Schema> {
  return Object.fromEntries(Object.entries(properties).filter(([other]) => other !== name));
}

function undated({ freshness: _, ...rest }: Record<string, Schema>): Record<string, Schema> {
  return { ...rest, ...dueAt };
}

const shared = new Set<string>(organizationFields);
const listing = Object.fromEntries(Object.entries(lasting).filter(([name]) => !shared.has(name)));

const week: Schema = listOf({
  type: 'array',
  prefixItems: [{ type: 'integer' }, { type: 'integer' }],
  minItems: 2,
  maxItems: 2,
  items: false,
  description: 'Minutes since Monday 00:00, the end not included.',
});

/** Schemas of the directory as a whole. */
export const snapshotSchemas: Record<string, Schema> = {
  SnapshotListing: exactly({
    ...listing,
    ...dueAt,
    opening_hours: nullable(exactly({ time_zone: text('IANA name.'), week })),
  }),
  SnapshotOrganization: withOrWithoutSources({
    ...undated(without(organization, 'facilities')),
    listings: listOf(ref('SnapshotListing')),
  }),
  SnapshotHelpLine: withOrWithoutSources(undated(helpLine)),
  SnapshotFacility: withOrWithoutSources(facility),
  Snapshot: exactly({
    sequence: { type: 'integer', minimum: 0, description: 'Ask for what came since.' },
    changed: nullable({
      ...listOf(uuid),
      description:
        'Organizations, help lines and facilities that changed: what is kept of them gives way to what is here. null: this is everything.',
    }),
    organizations: listOf(ref('SnapshotOrganization')),
    help_lines: listOf(ref('SnapshotHelpLine')),
    facilities: listOf(ref('SnapshotFacility')),
  }),
};

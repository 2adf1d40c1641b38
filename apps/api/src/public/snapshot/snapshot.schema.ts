import {
  type HelpLine,
  organizationFields,
  type Snapshot,
  type SnapshotFacility,
  type SnapshotListing,
  type SnapshotOrganization,
  type WithoutFreshness,
} from '#contract';
import {
  arrayOf,
  component,
  count,
  dateTime,
  nullable,
  objectOf,
  ref,
  type SchemasOf,
  uuid,
} from '../../http/openapi/schema-builder.ts';
import { exampleStoredFacility, storedFacilitySchemas } from '../facilities/facility.schema.ts';
import { exampleHelpLine, helpLineSchemas } from '../help-lines/help-line.schema.ts';
import {
  exampleListing,
  openingHoursSchema,
  storedListingSchemas,
} from '../listings/listing.schema.ts';
import { exampleOrganization, organizationSchemas } from '../organizations/organization.schema.ts';

type OrganizationField = (typeof organizationFields)[number];

const dueAt = {
  due_at: nullable({ ...dateTime, description: 'When it should be checked again.' }),
};

/** Copies an object without some of its properties. */
function omit<T extends object, Name extends keyof T>(value: T, names: readonly Name[]) {
  const omitted = new Set<PropertyKey>(names);
  const rest = Object.entries(value).filter(([name]) => !omitted.has(name));
  return Object.fromEntries(rest) as Omit<T, Name>;
}

const listingComponent = component<SnapshotListing>(
  'SnapshotListing',
  objectOf<SnapshotListing>(
    {
      ...omit(storedListingSchemas, organizationFields as readonly OrganizationField[]),
      ...dueAt,
      opening_hours: nullable(openingHoursSchema),
    },
    {
      optional: ['services'],
      description:
        'A listing without what it shares with its organization. services is left out for a single one that is given: the listing itself says all about it.',
    },
  ),
);

const organizationComponent = component<SnapshotOrganization>(
  'SnapshotOrganization',
  objectOf<SnapshotOrganization>(
    {
      ...omit(organizationSchemas, ['freshness', 'facilities']),
      ...dueAt,
      listings: arrayOf(ref(listingComponent)),
    },
    { optional: ['sources'] },
  ),
);

const helpLineComponent = component<WithoutFreshness<HelpLine>>(
  'SnapshotHelpLine',
  objectOf<WithoutFreshness<HelpLine>>(
    { ...omit(helpLineSchemas, ['freshness']), ...dueAt },
    { optional: ['sources'] },
  ),
);

const facilityComponent = component<SnapshotFacility>(
  'SnapshotFacility',
  objectOf<SnapshotFacility>(storedFacilitySchemas as SchemasOf<SnapshotFacility>, {
    optional: ['sources'],
  }),
);

const exampleSnapshotListing: SnapshotListing = {
  ...omit(exampleListing, [
    'freshness',
    'open',
    'distance_m',
    'bearing_deg',
    ...(organizationFields as readonly OrganizationField[]),
  ]),
  due_at: null,
  opening_hours: { time_zone: 'America/Denver', week: [[480, 1020]], special_days: [] },
};

export const snapshotComponent = component<Snapshot>(
  'Snapshot',
  objectOf<Snapshot>({
    sequence: { ...count, description: 'Ask for what came since.' },
    changed: nullable({
      ...arrayOf(uuid),
      description:
        'Organizations, help lines and facilities that changed: what is kept of them gives way to what is here. null: this is everything.',
    }),
    organizations: arrayOf(ref(organizationComponent)),
    help_lines: arrayOf(ref(helpLineComponent)),
    facilities: arrayOf(ref(facilityComponent)),
  }),
  {
    sequence: 120,
    changed: null,
    organizations: [
      {
        ...omit(exampleOrganization, ['freshness', 'facilities']),
        due_at: null,
        listings: [exampleSnapshotListing],
      },
    ],
    help_lines: [{ ...omit(exampleHelpLine, ['freshness']), due_at: null }],
    facilities: [exampleStoredFacility],
  },
);

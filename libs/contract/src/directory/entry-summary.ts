import type { Facility, HelpLine, Organization } from './directory.ts';

/** The fields that lists contain of organizations, help lines and facilities. */
export const entrySummaryFields = {
  organization: [
    'id',
    'slug',
    'name',
    'service_types',
    'regions',
    'website',
    'status',
    'source_date',
    'freshness',
  ],
  help_line: [
    'id',
    'slug',
    'name',
    'organization',
    'note',
    'service_types',
    'languages',
    'phone',
    'website',
    'source_date',
    'freshness',
  ],
  facility: [
    'id',
    'slug',
    'name',
    'city',
    'region',
    'country',
    'latitude',
    'longitude',
    'phone',
    'source_date',
    'distance_m',
  ],
} as const satisfies {
  organization: (keyof Organization)[];
  help_line: (keyof HelpLine)[];
  facility: (keyof Facility)[];
};

type Fields = typeof entrySummaryFields;

/** A record in a list: its summary, and further fields that the request included. */
type Listed<Full, Name extends keyof Full> = Pick<Full, Name> & Partial<Omit<Full, Name>>;

export type ListedOrganization = Listed<Organization, Fields['organization'][number]>;
export type ListedHelpLine = Listed<HelpLine, Fields['help_line'][number]>;
export type ListedFacility = Listed<Facility, Fields['facility'][number]>;

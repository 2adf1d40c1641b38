import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  Accepted,
  Confidence,
  Cost,
  ListingStatus,
  PointPrecision,
  ServiceStatus,
  SpeedDialEvent,
  Visibility,
} from '#contract';

export interface SeedSource {
  url: string | null;
  what: string;
  date: string | null;
}

interface SeedPhone {
  number: string;
  label: string | null;
  source_url: string | null;
  as_of: string | null;
}

export interface SeedLocation {
  /** A UUID that never changes. */
  id: string;
  slug: string;
  name: string | null;
  type: 'physical' | 'postal';
  visibility: Visibility;
  address: string | null;
  city: string;
  postal_code: string | null;
  region: string;
  country: string;
  point: { longitude: number; latitude: number; precision: PointPrecision } | null;
  time_zone: string;
  as_of: string | null;
  note: string | null;
}

/** A source's statement about an organization's work in a facility. */
interface SeedStatement {
  /** Slug of the facility. */
  slug: string;
  statement: string;
  source_url: string | null;
  as_of: string | null;
}

export interface SeedService {
  /** UUID; never changes. */
  id: string;
  /** null: that of the organization. */
  name: string | null;
  description: string | null;
  /** null: given as long as the organization works. */
  status: ServiceStatus | null;
  service_types: string[];
  languages: string[];
  /** Where it helps, with or without an office there. */
  regions: string[];
  hours: string | null;
  schedule: { byday: string; opens_at: string; closes_at: string; time_zone: string }[];
  eligibility: string | null;
  accepts: Accepted[];
  costs: Cost[];
  required_documents: string[];
  /** Slugs of the places where it is given; null: all places of the organization. */
  places: string[] | null;
}

export interface SeedOrganization {
  /** A UUID that never changes. */
  id: string;
  slug: string;
  page: { name: string; region: string; position: number } | null;
  name: string;
  alternate_names: string[];
  description: string | null;
  website: string | null;
  email: string | null;
  phones: SeedPhone[];
  speed_dials: string[];
  facilities: SeedStatement[];
  locations: SeedLocation[];
  services: SeedService[];
  status: ListingStatus;
  status_note: string | null;
  closure: { closed_on: string; what_happened: string; still_there: string } | null;
  confidence: Confidence;
  confidence_note: string | null;
  sources: SeedSource[];
}

export interface SeedHelpLine {
  /** A UUID that never changes. */
  id: string;
  slug: string;
  /** Sorts the help lines. Numbers have gaps, so that a line can be inserted between two others. */
  position: number;
  page_line: string | null;
  name: string | null;
  organization: string | null;
  /** Slug of the organization's own record; null if it has none. */
  organization_slug: string | null;
  published: boolean;
  audience: string | null;
  /** Whether the line tells callers where a person is detained, or the status of a case. */
  locates: boolean;
  phones: SeedPhone[];
  speed_dial: { code: string; note: string | null; history: SpeedDialEvent[] } | null;
  email: string | null;
  website: string | null;
  hours: string | null;
  languages: string[];
  service_types: string[];
  note: string | null;
  confidence: Confidence;
  confidence_note: string | null;
  sources: SeedSource[];
}

export interface SeedFacility {
  /** A UUID that never changes. */
  id: string;
  slug: string;
  name: string;
  ice_code: string;
  address: string;
  city: string;
  postal_code: string;
  region: string;
  country: string;
  point: { longitude: number; latitude: number };
  field_office: string;
  average_daily_population: number | null;
  population_as_of: string | null;
  in_use_as_of: string | null;
  phone: string | null;
  note: string | null;
  confidence: Confidence;
  sources: SeedSource[];
}

export interface SeedRegion {
  code: string;
  kind: 'country' | 'state' | 'group';
  names: { en: string; es: string };
  members: string[];
  position: number;
}

interface SeedServiceType {
  code: string;
  names: { en: string; es: string };
  definition: string;
}

/** A text of an organization in another language. */
interface SeedTranslation {
  /** Of the organization. */
  slug: string;
  /** Of the service that the text is about; null: the organization itself. */
  service_id: string | null;
  language: string;
  field: string;
  text: string;
  /** SHA-256 of the English original, in hexadecimal. */
  source_hash: string;
}

export interface RecordFiles {
  regions: SeedRegion[];
  'service-types': SeedServiceType[];
  organizations: SeedOrganization[];
  translations: SeedTranslation[];
  'help-lines': SeedHelpLine[];
  facilities: SeedFacility[];
}

/** Reads the records of one kind. */
export function readRecords<Kind extends keyof RecordFiles>(kind: Kind): RecordFiles[Kind] {
  return JSON.parse(readFileSync(join(seedFolder(), 'records', `${kind}.json`), 'utf8'));
}

/** Returns the folder of the records and guides: seed/, also for the compiled code in dist/seed. */
export function seedFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.replace(/[\\/]dist[\\/]seed$/, '/seed');
}

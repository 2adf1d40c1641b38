import type { Listing } from '../listing/listing.ts';
import type { Phone, SourceNote, SpeedDial, Translation } from '../listing/record-parts.ts';
import type { FacilityServer, ServedFacility } from '../listing/statement.ts';
import type {
  Confidence,
  Freshness,
  LanguageCode,
  ListingStatus,
  RegionCode,
} from '../vocabulary/codes.ts';

/** A page of a collection. */
export interface Page<Item> {
  items: Item[];
  /** Pass it as `cursor` for the next page; null on the last. */
  next: string | null;
}

export interface Organization {
  id: string;
  slug: string;
  name: string;
  aliases: string[];
  description: string | null;
  website: string | null;
  email: string | null;
  regions: RegionCode[];
  service_types: string[];
  status: ListingStatus;
  status_note: string | null;
  translations: Translation[];
  confidence: Confidence;
  source_date: string | null;
  verified_at: string | null;
  freshness: Freshness;
  sources: SourceNote[];
  /** Detention facilities where a source states that it works. */
  facilities: ServedFacility[];
}

export interface OrganizationWithListings extends Organization {
  listings: Listing[];
}

export interface HelpLine {
  id: string;
  slug: string;
  name: string;
  organization: string | null;
  audience: string | null;
  /** Whether the line tells callers where a person is detained, or the status of a case. */
  locates: boolean;
  service_types: string[];
  languages: LanguageCode[];
  /** E.164: the number to call first; null if none is known to be a voice line. */
  phone: string | null;
  phones: Phone[];
  speed_dials: SpeedDial[];
  email: string | null;
  website: string | null;
  hours: string | null;
  /** What a caller should know first, such as who runs the line. */
  note: string | null;
  confidence: Confidence;
  source_date: string | null;
  sources: SourceNote[];
  verified_at: string | null;
  freshness: Freshness;
}

export interface Facility {
  id: string;
  slug: string;
  name: string;
  /** The detaining agency's own code for the facility. */
  ice_code: string;
  address: string;
  city: string;
  postal_code: string;
  region: RegionCode;
  country: string;
  latitude: number;
  longitude: number;
  field_office: string;
  /** Average daily population, people. */
  average_daily_population: number | null;
  population_as_of: string | null;
  in_use_as_of: string | null;
  phone: string | null;
  note: string | null;
  /** Organizations that a source states to work there. */
  served_by: FacilityServer[];
  confidence: Confidence;
  source_date: string | null;
  sources: SourceNote[];
  /** Meters along the WGS 84 ellipsoid from the requested place; null if none was requested. */
  distance_m: number | null;
}

/** A value of a filter with the number of open listings that it matches. */
export interface CodeCount {
  code: string;
  /** Names by language: `en`, `es`. */
  names: Record<string, string>;
  count: number;
}

export interface ServiceType extends CodeCount {
  definition: string;
}

export interface Region extends CodeCount {
  kind: 'country' | 'state' | 'group';
  /** The regions in a group. */
  members: RegionCode[];
}

export type PlaceKind = 'city' | 'postal_code' | 'county' | 'port_of_entry' | 'region' | 'country';

/** A resolved place name with its center. */
export interface Place {
  id: string;
  kind: PlaceKind;
  name: string;
  region: RegionCode | null;
  region_name: string | null;
  country: string;
  /** WGS 84 degrees. */
  latitude: number;
  longitude: number;
  population: number | null;
}

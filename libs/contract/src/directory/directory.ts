import type { Listing, Phone, SourceNote, SpeedDial, Translation } from '../listing/listing.ts';
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
  /** Where people are held and it is said to work. */
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
  /** Whether it tells where a person is held, or how a case stands. */
  locates: boolean;
  service_types: string[];
  languages: LanguageCode[];
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
  /** Organizations that are said to work there. */
  served_by: FacilityServer[];
  confidence: Confidence;
  source_date: string | null;
  sources: SourceNote[];
  /** Metres along the WGS 84 ellipsoid from the place asked for; null where none was. */
  distance_m: number | null;
}

/** A value of a filter with the number of open listings that it would match. */
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
  /** The regions that a group stands for. */
  members: RegionCode[];
}

export type PlaceKind = 'city' | 'postal_code' | 'region' | 'country';

/** A place name understood: what was found, and where its centre is. */
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

export interface Nearby {
  /** Where the distances are measured from; null when a bare point was given. */
  place: Place | null;
  /** Other places of the same name, the bigger first. */
  other_places: Place[];
  items: Listing[];
  /** Help without a place: by phone, online, or over the whole region. */
  remote: Listing[];
  help_lines: HelpLine[];
  /** True when nothing lay within `radius_km`, and the nearest beyond it is given instead. */
  widened: boolean;
}

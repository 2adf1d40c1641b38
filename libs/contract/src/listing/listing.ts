import type {
  Accepted,
  Confidence,
  Cost,
  Freshness,
  LanguageCode,
  ListingStatus,
  OpenState,
  PointPrecision,
  RecordedMethod,
  RegionCode,
  Visibility,
} from '../vocabulary/codes.ts';
import type {
  OrganizationReference,
  Phone,
  SourceNote,
  SpeedDial,
  Translation,
} from './record-parts.ts';
import type { ListedService } from './service.ts';

export interface Address {
  address_type: 'physical' | 'postal';
  /** null: unknown. */
  address: string | null;
  city: string;
  postal_code: string | null;
  region: RegionCode;
  country: string;
}

export interface ListingLocation {
  name: string | null;
  /** null: unknown, or withheld (see `visibility`). */
  address: string | null;
  city: string | null;
  postal_code: string | null;
  region: RegionCode | null;
  country: string | null;
  /** WGS 84 degrees. */
  latitude: number | null;
  longitude: number | null;
  /** `city`: the point is the center of the town, not the building. */
  precision: PointPrecision | null;
  visibility: Visibility;
  /** Further addresses, such as one for mail; empty if they are withheld (see `visibility`). */
  other_addresses: Address[];
  /** How people with disabilities get in and around, as text; empty if unknown or withheld. */
  accessibility: string[];
}

export interface Opening {
  state: OpenState;
  /**
   * When the state changes next, RFC 3339 with the offset of the place; null if never.
   */
  until: string | null;
}

/** What happened to a closed place and what is still there. */
export interface ClosureNotice {
  closed_on: string | null;
  what_happened: string;
  still_there: string | null;
}

/**
 * One place where an organization helps, or an organization that helps without a place. Codes are
 * those of all services given there; which of them belong together stands in `services`.
 */
export interface Listing {
  id: string;
  slug: string;
  name: string;
  organization: OrganizationReference;
  /** null: helps by phone, online or over a whole region. */
  location: ListingLocation | null;
  service_types: string[];
  languages: LanguageCode[];
  /** Regions served, with or without an office there. */
  serves: RegionCode[];
  /** Empty if the sources do not say. */
  costs: Cost[];
  /** E.164: the number to call first; null if none is known to be a voice line. */
  phone: string | null;
  /** Of the place, its services and the organization. */
  phones: Phone[];
  speed_dials: SpeedDial[];
  website: string | null;
  email: string | null;
  description: string | null;
  /** null if unknown, or if there are several services: each has its own. */
  eligibility: string | null;
  /** Empty if the sources do not say, which does not mean no. */
  accepts: Accepted[];
  /** Documents to bring, as text; empty if the sources do not say. */
  required_documents: string[];
  /**
   * Opening hours as text, as the source gives them; null if unknown, or if there are several
   * services: each has its own.
   */
  hours: string | null;
  /** Sorted by name. */
  services: ListedService[];
  translations: Translation[];
  status: ListingStatus;
  notice: ClosureNotice | null;
  confidence: Confidence;
  /** Date of the newest dated source. */
  source_date: string | null;
  sources: SourceNote[];
  /** RFC 3339; null if it was never verified. */
  verified_at: string | null;
  /** null if it was never verified or the method is unknown. */
  verified_how: RecordedMethod | null;
  freshness: Freshness;
  /** null if unknown, or only known as text. */
  open: Opening | null;
  /** Meters along the WGS 84 ellipsoid from the requested point; null if none was requested. */
  distance_m: number | null;
  /** Degrees clockwise from true north, 0 to 359, from the requested point. */
  bearing_deg: number | null;
}

import type {
  Accepted,
  Confidence,
  Cost,
  Freshness,
  LanguageCode,
  ListingStatus,
  OpenState,
  PhoneType,
  PointPrecision,
  RegionCode,
  SpeedDialStatus,
  VerificationMethod,
  Visibility,
} from '../vocabulary/codes.ts';

export interface SourceNote {
  /** null: the source was seen, but has no public address. */
  url: string | null;
  what: string;
  /** ISO 8601 date, as precise as the source gives it: `2026-07-20`, `2026-07` or `2026`. */
  date: string | null;
}

export interface Phone {
  /** E.164 */
  number: string;
  /** null if the source does not say; usually a voice line then. */
  type: PhoneType | null;
  label: string | null;
  /** Date of the source that lists the number. */
  as_of: string | null;
}

export interface SpeedDial {
  /** As printed, including hash and star. Only dialed from inside, so it is never a `tel:` link. */
  code: string;
  status: SpeedDialStatus;
  /** Slugs of the facilities where the code works; null: every facility. */
  scope: string[] | null;
  verified_at: string | null;
  /** Any doubt about the code, such as another source that prints it differently. */
  note: string | null;
}

export interface OrganizationReference {
  id: string;
  slug: string;
  name: string;
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
}

export interface Opening {
  state: OpenState;
  /**
   * When the state changes next, RFC 3339 with the offset of the place; null if unknown or never.
   */
  until: string | null;
}

/** What happened to a closed place and what is still there. */
export interface ClosureNotice {
  closed_on: string | null;
  what_happened: string;
  still_there: string | null;
}

/** The texts of a record that can be translated; the originals are in English. */
export const translatedFields = [
  'description',
  'eligibility',
  'hours',
  'what_happened',
  'still_there',
  'status_note',
] as const;
export type TranslatedField = (typeof translatedFields)[number];

/** A text of a record in another language. */
export interface Translation {
  field: TranslatedField;
  language: LanguageCode;
  text: string;
  /** The English original has changed since the translation. */
  outdated: boolean;
  /** The reviewer, who knows the language; null for an unreviewed machine translation. */
  reviewed_by: string | null;
}

/** One place where an organization helps, or an organization that helps without a place. */
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
  cost: Cost | null;
  phones: Phone[];
  speed_dials: SpeedDial[];
  website: string | null;
  email: string | null;
  description: string | null;
  eligibility: string | null;
  /** Empty if the sources do not say, which does not mean no. */
  accepts: Accepted[];
  /** Documents to bring, as text; empty if the sources do not say. */
  required_documents: string[];
  /** Opening hours as text, as the source gives them. */
  hours: string | null;
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
  verified_how: VerificationMethod | null;
  freshness: Freshness;
  open: Opening;
  /** Meters along the WGS 84 ellipsoid from the requested point; null if none was requested. */
  distance_m: number | null;
  /** Degrees clockwise from true north, 0 to 359, from the requested point. */
  bearing_deg: number | null;
}

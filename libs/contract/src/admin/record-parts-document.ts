import type { TranslatedField } from '../listing/record-parts.ts';
import type {
  PhoneType,
  PointPrecision,
  SpeedDialStatus,
  Visibility,
} from '../vocabulary/codes.ts';

/** A part of a record that keeps its id; without one it is new, and gets one. */
export interface PartDocument {
  id?: string;
}

/** Where a value comes from. */
export interface SourceDocument extends PartDocument {
  /** null: it was seen, but has no public address. */
  url: string | null;
  what: string;
  /** ISO 8601, as precise as the source gives it. */
  date: string | null;
}

export interface PhoneDocument extends PartDocument {
  /** E.164. Other ways to write a number are understood, and stored as this one. */
  number: string;
  /** Digits to dial when the call is answered. */
  extension: string | null;
  type: PhoneType | null;
  label: string | null;
  source_url: string | null;
  as_of: string | null;
}

/** Days on which other hours apply than in every week, such as holidays. */
export interface SpecialDaysDocument {
  /** First day, ISO 8601. */
  from: string;
  /** Last day. */
  to: string;
  /** Whether they come back every year, on the same dates. */
  yearly: boolean;
}

/** Hours of every week or of special days; several for a day with a break. */
export interface ScheduleDocument extends PartDocument {
  /** `MO,TU,FR`; null for special days. */
  byday: string | null;
  /** `09:00`; null with `closes_at`: closed on special days. */
  opens_at: string | null;
  closes_at: string | null;
  /** Left out for hours of every week. */
  special_days?: SpecialDaysDocument;
  time_zone: string;
  /** Such as: by appointment, not on holidays. */
  description: string | null;
}

/** A code that is dialed on detention phones. */
export interface SpeedDialDocument extends PartDocument {
  code: string;
  /** Ids of the facilities where it works; null: all of them. */
  facility_ids: string[] | null;
  /** Changes with a new entry of the history alone. */
  status: SpeedDialStatus;
  verified_at: string | null;
  note: string | null;
  history: SpeedDialEventDocument[];
}

export interface SpeedDialEventDocument extends PartDocument {
  /** null: it is not known to have changed the status. */
  status: SpeedDialStatus | null;
  date: string;
  what: string;
  source_url: string | null;
}

/** A text in another language. */
export interface TranslationDocument extends PartDocument {
  field: TranslatedField;
  language: string;
  text: string;
  /** SHA-256 of the English text that it translates, in hexadecimal; left out: the present one. */
  source_hash?: string;
  /** Who knows the language and has read it; null: a draft by a machine. */
  reviewed_by: string | null;
}

export interface AddressDocument extends PartDocument {
  address_type: 'physical' | 'postal';
  /** Street and number. Left out where it is withheld. */
  address_1?: string | null;
  city: string;
  /** ISO 3166-2 */
  region: string;
  /** Left out where it is withheld. */
  postal_code?: string | null;
  country: string;
}

/** WGS 84 degrees. */
export interface PointDocument {
  longitude: number;
  latitude: number;
  precision: PointPrecision;
}

/** A place of an organization. */
export interface PlaceDocument extends PartDocument {
  slug: string;
  location_type: 'physical' | 'postal';
  name: string | null;
  description: string | null;
  visibility: Visibility;
  /** Left out where it is withheld. */
  point?: PointDocument | null;
  addresses: AddressDocument[];
  time_zone: string | null;
  as_of: string | null;
  accessibility: string[];
  phones: PhoneDocument[];
  schedules: ScheduleDocument[];
  /** True where point, streets and postal codes are left out: they stay as they are. */
  withheld?: boolean;
}

import type {
  Accepted,
  Cost,
  LanguageCode,
  RegionCode,
  ServiceStatus,
} from '../vocabulary/codes.ts';
import type { Phone, Translation } from './record-parts.ts';

/** Minutes since Monday 00:00, the end not included. */
export type MinuteSpan = [from: number, to: number];

/** Days on which other hours apply than in every week, such as holidays. */
export interface SpecialDays {
  /** First day, `2026-12-24`. */
  from: string;
  /** Last day. */
  to: string;
  /** Whether they come back every year, on the same dates. */
  yearly: boolean;
  /** The week that applies on these days; empty: closed. */
  week: MinuteSpan[];
}

/** Opening hours that repeat every week. */
export interface OpeningHours {
  /** IANA time zone of the place. */
  time_zone: string;
  /** Sorted, none touches another. */
  week: MinuteSpan[];
  /** Where several have a day, the first of them applies. */
  special_days: SpecialDays[];
}

/** One service that an organization gives at a place, or without one. */
export interface ListedService {
  id: string;
  name: string;
  description: string | null;
  status: ServiceStatus;
  service_types: string[];
  languages: LanguageCode[];
  /** Regions served, with or without an office there. */
  serves: RegionCode[];
  /** Empty if the sources do not say. */
  costs: Cost[];
  eligibility: string | null;
  /** Empty if the sources do not say, which does not mean no. */
  accepts: Accepted[];
  /** Documents to bring, as text; empty if the sources do not say. */
  required_documents: string[];
  /** Opening hours as text, as the source gives them. */
  hours: string | null;
  /** null if unknown, or only known as text. */
  opening_hours: OpeningHours | null;
  /** Numbers of this service alone. */
  phones: Phone[];
  translations: Translation[];
}

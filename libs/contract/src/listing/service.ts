import type {
  Accepted,
  Cost,
  LanguageCode,
  RegionCode,
  ServiceStatus,
} from '../vocabulary/codes.ts';
import type { Phone, Translation } from './record-parts.ts';

/** Opening hours that repeat every week. */
export interface OpeningHours {
  /** IANA time zone of the place. */
  time_zone: string;
  /** Minutes since Monday 00:00, the end not included. */
  week: [from: number, to: number][];
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

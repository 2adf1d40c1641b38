import type { GuideStatus } from '../directory/guide.ts';
import type {
  Accepted,
  Confidence,
  Cost,
  ListingStatus,
  ServiceStatus,
} from '../vocabulary/codes.ts';
import type {
  PartDocument,
  PhoneDocument,
  PlaceDocument,
  ScheduleDocument,
  SourceDocument,
  SpeedDialDocument,
  TranslationDocument,
} from './record-parts-document.ts';
import type { EditedKind } from './role.ts';

/** A service with everything that is stored of it. */
export interface ServiceDocument extends PartDocument {
  name: string;
  description: string | null;
  status: ServiceStatus;
  eligibility: string | null;
  /** In words. */
  hours: string | null;
  service_types: string[];
  languages: string[];
  /** Where it helps, with or without a place there. */
  regions: string[];
  costs: Cost[];
  accepts: Accepted[];
  required_documents: string[];
  schedules: ScheduleDocument[];
  phones: PhoneDocument[];
  /** Where it is given, with its own hours there. */
  places: { place_id: string; schedules: ScheduleDocument[] }[];
  translations: TranslationDocument[];
}

/** What people edit of an organization. */
export interface OrganizationDocument {
  slug: string;
  name: string;
  alternate_names: string[];
  description: string | null;
  email: string | null;
  website: string | null;
  other_websites: (PartDocument & { label: string | null; url: string })[];
  status: ListingStatus;
  status_note: string | null;
  /** Only of a closed organization. */
  closure: {
    closed_on: string | null;
    what_happened: string | null;
    still_there: string | null;
  } | null;
  phones: PhoneDocument[];
  speed_dials: SpeedDialDocument[];
  services: ServiceDocument[];
  places: PlaceDocument[];
  facilities: {
    facility_id: string;
    statement: string;
    source_url: string | null;
    as_of: string | null;
  }[];
  translations: TranslationDocument[];
  confidence: Confidence;
  confidence_note: string | null;
  sources: SourceDocument[];
}

/** What people edit of a help line. */
export interface HelpLineDocument {
  slug: string;
  position: number;
  page_line: string | null;
  name: string | null;
  organization_id: string | null;
  organization_name: string | null;
  audience: string | null;
  locates: boolean;
  published: boolean;
  email: string | null;
  website: string | null;
  /** In words. */
  hours: string | null;
  note: string | null;
  phones: PhoneDocument[];
  speed_dials: SpeedDialDocument[];
  languages: string[];
  service_types: string[];
  confidence: Confidence;
  confidence_note: string | null;
  sources: SourceDocument[];
}

/** What people edit of a detention facility. */
export interface FacilityDocument {
  slug: string;
  name: string;
  ice_code: string;
  address_1: string;
  city: string;
  region: string;
  postal_code: string;
  country: string;
  point: { longitude: number; latitude: number };
  field_office: string;
  average_daily_population: number | null;
  population_as_of: string | null;
  in_use_as_of: string | null;
  phone: string | null;
  note: string | null;
  confidence: Confidence;
  confidence_note: string | null;
  sources: SourceDocument[];
}

/** What people edit of a guide. */
export interface GuideDocument {
  slug: string;
  position: number;
  status: GuideStatus;
  as_of: string;
  reviewed_by: string | null;
  review_due: string | null;
  texts: { language: string; title: string; summary: string; body: string; draft: boolean }[];
  changes: (PartDocument & {
    date: string;
    /** By language; English always. */
    texts: Record<string, string>;
    source_url: string | null;
  })[];
  sources: SourceDocument[];
}

export interface RecordDocuments {
  organization: OrganizationDocument;
  help_line: HelpLineDocument;
  facility: FacilityDocument;
  guide: GuideDocument;
}
export type RecordDocument = RecordDocuments[EditedKind];

/** Why a record is changed, and where that comes from. */
export interface RevisionNote {
  reason: string | null;
  source: Pick<SourceDocument, 'url' | 'what'> & { date: string };
}

/** A record as the people who keep it see it. */
export interface EditedRecord<Kind extends EditedKind = EditedKind> {
  kind: Kind;
  id: string;
  /** Also the `ETag`. */
  version: number;
  document: RecordDocuments[Kind];
  /** null: nobody has verified it. */
  verified_at: string | null;
  due_at: string | null;
  /** Whether something of it is withheld. */
  withheld: boolean;
}

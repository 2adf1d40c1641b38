import type {
  Accepted,
  Confidence,
  Cost,
  ListingStatus,
  OrganizationDocument,
  PlaceDocument,
  ServiceDocument,
  ServiceStatus,
  Visibility,
} from '#contract';
import { accepted, confidences, listingStatuses, serviceStatuses, visibilities } from '#contract';
import {
  Codes,
  Day,
  Email,
  Flag,
  Id,
  Nullable,
  OneOf,
  Optional,
  Part,
  PartId,
  PartialDate,
  Parts,
  Slug,
  Text,
  Texts,
  WebAddress,
} from './fields.decorator.ts';
import {
  AddressDto,
  FacilityStatementDto,
  PhoneDto,
  PointDto,
  ScheduleDto,
  SourceDto,
  SpeedDialDto,
  TimeZone,
  TranslationDto,
} from './part.dto.ts';

class ServicePlaceDto {
  @Id()
  place_id!: string;

  @Parts(() => ScheduleDto)
  schedules!: ScheduleDto[];
}

class ServiceDto implements ServiceDocument {
  @PartId()
  id?: string;

  @Text(300)
  name!: string;

  @Nullable()
  @Text(10_000)
  description!: string | null;

  @OneOf(serviceStatuses)
  status!: ServiceStatus;

  @Nullable()
  @Text(5000)
  eligibility!: string | null;

  @Nullable()
  @Text(2000)
  hours!: string | null;

  @Codes('term')
  service_types!: string[];

  @Codes('language')
  languages!: string[];

  @Codes('region')
  regions!: string[];

  @Codes(['free', 'low-cost', 'paid'])
  costs!: Cost[];

  @Codes(accepted)
  accepts!: Accepted[];

  @Texts(500)
  required_documents!: string[];

  @Parts(() => ScheduleDto)
  schedules!: ScheduleDto[];

  @Parts(() => PhoneDto)
  phones!: PhoneDto[];

  @Parts(() => ServicePlaceDto)
  places!: ServicePlaceDto[];

  @Parts(() => TranslationDto)
  translations!: TranslationDto[];
}

class PlaceDto implements PlaceDocument {
  @PartId()
  id?: string;

  @Slug()
  slug!: string;

  @OneOf(['physical', 'postal'])
  location_type!: 'physical' | 'postal';

  @Nullable()
  @Text(300)
  name!: string | null;

  @Nullable()
  @Text(5000)
  description!: string | null;

  @OneOf(visibilities)
  visibility!: Visibility;

  @Optional()
  @Part(() => PointDto)
  point?: PointDto | null;

  @Parts(() => AddressDto)
  addresses!: AddressDto[];

  @Nullable()
  @TimeZone()
  time_zone!: string | null;

  @Nullable()
  @PartialDate()
  as_of!: string | null;

  @Texts(2000)
  accessibility!: string[];

  @Parts(() => PhoneDto)
  phones!: PhoneDto[];

  @Parts(() => ScheduleDto)
  schedules!: ScheduleDto[];

  @Optional()
  @Flag()
  withheld?: boolean;
}

class ClosureDto {
  @Nullable()
  @Day()
  closed_on!: string | null;

  @Nullable()
  @Text(5000)
  what_happened!: string | null;

  @Nullable()
  @Text(5000)
  still_there!: string | null;
}

class OtherWebsiteDto {
  @PartId()
  id?: string;

  @Nullable()
  @Text(200)
  label!: string | null;

  @WebAddress()
  url!: string;
}

export class OrganizationDto implements OrganizationDocument {
  @Slug()
  slug!: string;

  @Text(300)
  name!: string;

  @Texts(300)
  alternate_names!: string[];

  @Nullable()
  @Text(10_000)
  description!: string | null;

  @Nullable()
  @Email()
  email!: string | null;

  @Nullable()
  @WebAddress()
  website!: string | null;

  @Parts(() => OtherWebsiteDto)
  other_websites!: OtherWebsiteDto[];

  @OneOf(listingStatuses)
  status!: ListingStatus;

  @Nullable()
  @Text(5000)
  status_note!: string | null;

  @Nullable()
  @Part(() => ClosureDto)
  closure!: ClosureDto | null;

  @Parts(() => PhoneDto)
  phones!: PhoneDto[];

  @Parts(() => SpeedDialDto)
  speed_dials!: SpeedDialDto[];

  @Parts(() => ServiceDto)
  services!: ServiceDto[];

  @Parts(() => PlaceDto)
  places!: PlaceDto[];

  @Parts(() => FacilityStatementDto)
  facilities!: FacilityStatementDto[];

  @Parts(() => TranslationDto)
  translations!: TranslationDto[];

  @OneOf(confidences)
  confidence!: Confidence;

  @Nullable()
  @Text(5000)
  confidence_note!: string | null;

  @Parts(() => SourceDto)
  sources!: SourceDto[];
}

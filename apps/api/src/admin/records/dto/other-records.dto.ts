import { IsObject } from 'class-validator';
import type {
  Confidence,
  FacilityDocument,
  GuideDocument,
  GuideStatus,
  HelpLineDocument,
} from '#contract';
import { confidences, guideStatuses } from '#contract';
import {
  Codes,
  Day,
  Decimal,
  Email,
  Flag,
  Id,
  Matches,
  Nullable,
  OneOf,
  Part,
  PartId,
  PartialDate,
  Parts,
  PhoneNumber,
  Slug,
  Text,
  WebAddress,
  WholeNumber,
} from './fields.decorator.ts';
import { PhoneDto, SourceDto, SpeedDialDto } from './part.dto.ts';

export class HelpLineDto implements HelpLineDocument {
  @Slug()
  slug!: string;

  @WholeNumber(0, 9999)
  position!: number;

  @Nullable()
  @Text(500)
  page_line!: string | null;

  @Nullable()
  @Text(300)
  name!: string | null;

  @Nullable()
  @Id()
  organization_id!: string | null;

  @Nullable()
  @Text(300)
  organization_name!: string | null;

  @Nullable()
  @Text(1000)
  audience!: string | null;

  @Flag()
  locates!: boolean;

  @Flag()
  published!: boolean;

  @Nullable()
  @Email()
  email!: string | null;

  @Nullable()
  @WebAddress()
  website!: string | null;

  @Nullable()
  @Text(2000)
  hours!: string | null;

  @Nullable()
  @Text(5000)
  note!: string | null;

  @Parts(() => PhoneDto)
  phones!: PhoneDto[];

  @Parts(() => SpeedDialDto)
  speed_dials!: SpeedDialDto[];

  @Codes('language')
  languages!: string[];

  @Codes('term')
  service_types!: string[];

  @OneOf(confidences)
  confidence!: Confidence;

  @Nullable()
  @Text(5000)
  confidence_note!: string | null;

  @Parts(() => SourceDto)
  sources!: SourceDto[];
}

class FacilityPointDto {
  @Decimal(-180, 180)
  longitude!: number;

  @Decimal(-90, 90)
  latitude!: number;
}

export class FacilityDto implements FacilityDocument {
  @Slug()
  slug!: string;

  @Text(300)
  name!: string;

  @Text(50)
  ice_code!: string;

  @Text(300)
  address_1!: string;

  @Text(200)
  city!: string;

  @Matches(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, { message: 'A state of ISO 3166-2, as in US-TX.' })
  region!: string;

  @Text(20)
  postal_code!: string;

  @Matches(/^[A-Z]{2}$/, { message: 'A country of ISO 3166, as in US.' })
  country!: string;

  @Part(() => FacilityPointDto)
  point!: FacilityPointDto;

  @Text(200)
  field_office!: string;

  @Nullable()
  @Decimal(0, 100_000)
  average_daily_population!: number | null;

  @Nullable()
  @PartialDate()
  population_as_of!: string | null;

  @Nullable()
  @PartialDate()
  in_use_as_of!: string | null;

  @Nullable()
  @PhoneNumber()
  phone!: string | null;

  @Nullable()
  @Text(5000)
  note!: string | null;

  @OneOf(confidences)
  confidence!: Confidence;

  @Nullable()
  @Text(5000)
  confidence_note!: string | null;

  @Parts(() => SourceDto)
  sources!: SourceDto[];
}

class GuideTextDto {
  @Matches(/^[a-z]{2,3}$/, { message: 'A code of ISO 639, as in es.' })
  language!: string;

  @Text(300)
  title!: string;

  @Text(2000)
  summary!: string;

  @Text(100_000)
  body!: string;

  @Flag()
  draft!: boolean;
}

class GuideChangeDto {
  @PartId()
  id?: string;

  @PartialDate()
  date!: string;

  @IsObject({ message: 'Give texts by language.' })
  texts!: Record<string, string>;

  @Nullable()
  @WebAddress()
  source_url!: string | null;
}

export class GuideDto implements GuideDocument {
  @Slug()
  slug!: string;

  @WholeNumber(0, 9999)
  position!: number;

  @OneOf(guideStatuses)
  status!: GuideStatus;

  @Day()
  as_of!: string;

  @Nullable()
  @Text(300)
  reviewed_by!: string | null;

  @Nullable()
  @Day()
  review_due!: string | null;

  @Parts(() => GuideTextDto)
  texts!: GuideTextDto[];

  @Parts(() => GuideChangeDto)
  changes!: GuideChangeDto[];

  @Parts(() => SourceDto)
  sources!: SourceDto[];
}

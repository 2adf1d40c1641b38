import type {
  AddressDocument,
  PhoneDocument,
  PhoneType,
  PointDocument,
  PointPrecision,
  RevisionNote,
  ScheduleDocument,
  SourceDocument,
  SpecialDaysDocument,
  SpeedDialDocument,
  SpeedDialEventDocument,
  SpeedDialStatus,
  TranslatedField,
  TranslationDocument,
} from '#contract';
import { phoneTypes, pointPrecisions, speedDialStatuses, translatedFields } from '#contract';
import {
  Day,
  Decimal,
  Flag,
  Id,
  Ids,
  Matches,
  Nullable,
  OneOf,
  Optional,
  Part,
  PartId,
  PartialDate,
  Parts,
  PhoneNumber,
  Text,
  WebAddress,
} from './fields.decorator.ts';

const timeText = { message: 'A time of the day, as in 09:00.' };
const zoneText = { message: 'A time zone of IANA, as in America/Denver.' };

export function TimeZone(): PropertyDecorator {
  return Matches(/^[A-Z][A-Za-z]+(\/[A-Za-z0-9_+-]+){1,2}$/, zoneText);
}

export class SourceDto implements SourceDocument {
  @PartId()
  id?: string;

  @Nullable()
  @WebAddress()
  url!: string | null;

  @Text(500)
  what!: string;

  @Nullable()
  @PartialDate()
  date!: string | null;
}

export class PhoneDto implements PhoneDocument {
  @PartId()
  id?: string;

  @PhoneNumber()
  number!: string;

  @Nullable()
  @Matches(/^[0-9]{1,10}$/, { message: 'An extension has 1 to 10 digits.' })
  extension!: string | null;

  @Nullable()
  @OneOf(phoneTypes)
  type!: PhoneType | null;

  @Nullable()
  @Text(200)
  label!: string | null;

  @Nullable()
  @WebAddress()
  source_url!: string | null;

  @Nullable()
  @PartialDate()
  as_of!: string | null;
}

class SpecialDaysDto implements SpecialDaysDocument {
  @Day()
  from!: string;

  @Day()
  to!: string;

  @Flag()
  yearly!: boolean;
}

export class ScheduleDto implements ScheduleDocument {
  @PartId()
  id?: string;

  @Nullable()
  @Matches(/^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/, {
    message: 'Days of the week, as in MO,TU,FR.',
  })
  byday!: string | null;

  @Nullable()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, timeText)
  opens_at!: string | null;

  @Nullable()
  @Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, timeText)
  closes_at!: string | null;

  @Optional()
  @Part(() => SpecialDaysDto)
  special_days?: SpecialDaysDto;

  @TimeZone()
  time_zone!: string;

  @Nullable()
  @Text(500)
  description!: string | null;
}

class SpeedDialEventDto implements SpeedDialEventDocument {
  @PartId()
  id?: string;

  @Nullable()
  @OneOf(speedDialStatuses)
  status!: SpeedDialStatus | null;

  @PartialDate()
  date!: string;

  @Text(1000)
  what!: string;

  @Nullable()
  @WebAddress()
  source_url!: string | null;
}

export class SpeedDialDto implements SpeedDialDocument {
  @PartId()
  id?: string;

  @Matches(/^[0-9*#]{2,8}$/, { message: 'Write 2 to 8 digits, hashes and stars, as in 9233#.' })
  code!: string;

  @Nullable()
  @Ids()
  facility_ids!: string[] | null;

  @OneOf(speedDialStatuses)
  status!: SpeedDialStatus;

  @Nullable()
  @Text(40)
  verified_at!: string | null;

  @Nullable()
  @Text(1000)
  note!: string | null;

  @Parts(() => SpeedDialEventDto)
  history!: SpeedDialEventDto[];
}

export class TranslationDto implements TranslationDocument {
  @PartId()
  id?: string;

  @OneOf(translatedFields)
  field!: TranslatedField;

  @Matches(/^(?!en$)[a-z]{2,3}$/, { message: 'A code of ISO 639 other than en, as in es.' })
  language!: string;

  @Text(10_000)
  text!: string;

  @Optional()
  @Matches(/^[0-9a-f]{64}$/, { message: 'SHA-256 of the English text, in hexadecimal.' })
  source_hash?: string;

  @Nullable()
  @Text(200)
  reviewed_by!: string | null;
}

export class AddressDto implements AddressDocument {
  @PartId()
  id?: string;

  @OneOf(['physical', 'postal'])
  address_type!: 'physical' | 'postal';

  @Optional()
  @Text(300)
  address_1?: string | null;

  @Text(200)
  city!: string;

  @Matches(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, { message: 'A state of ISO 3166-2, as in US-TX.' })
  region!: string;

  @Optional()
  @Text(20)
  postal_code?: string | null;

  @Matches(/^[A-Z]{2}$/, { message: 'A country of ISO 3166, as in US.' })
  country!: string;
}

export class PointDto implements PointDocument {
  @Decimal(-180, 180)
  longitude!: number;

  @Decimal(-90, 90)
  latitude!: number;

  @OneOf(pointPrecisions)
  precision!: PointPrecision;
}

/** A statement that an organization works in a facility. */
export class FacilityStatementDto {
  @Id()
  facility_id!: string;

  @Text(2000)
  statement!: string;

  @Nullable()
  @WebAddress()
  source_url!: string | null;

  @Nullable()
  @PartialDate()
  as_of!: string | null;
}

class RevisionSourceDto {
  @Nullable()
  @WebAddress()
  url!: string | null;

  @Text(500)
  what!: string;

  @Day()
  date!: string;
}

export class RevisionNoteDto implements RevisionNote {
  @Nullable()
  @Text(1000)
  reason!: string | null;

  @Part(() => RevisionSourceDto)
  source!: RevisionSourceDto;
}

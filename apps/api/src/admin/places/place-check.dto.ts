import { type PlaceCheck, type PointPrecision, pointPrecisions } from '#contract';
import {
  Decimal,
  Id,
  Matches,
  Nullable,
  OneOf,
  Optional,
  Part,
  Text,
} from '../records/dto/fields.decorator.ts';

class CheckedPointDto {
  @Decimal(-180, 180)
  longitude!: number;

  @Decimal(-90, 90)
  latitude!: number;
}

export class PlaceCheckDto implements PlaceCheck {
  @Part(() => CheckedPointDto)
  point!: CheckedPointDto;

  @Nullable()
  @OneOf(pointPrecisions)
  precision!: PointPrecision | null;

  @Nullable()
  @Text(300)
  address_1!: string | null;

  @Nullable()
  @Text(200)
  city!: string | null;

  @Nullable()
  @Matches(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, { message: 'A state of ISO 3166-2, as in US-TX.' })
  region!: string | null;

  @Optional()
  @Id()
  place_id?: string;
}

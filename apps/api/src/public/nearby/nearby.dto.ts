import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsInt, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { helpLineResource } from '../help-lines/help-line.schema.ts';
import { listingResource } from '../listings/listed-listing.schema.ts';
import { fieldsDto } from '../shared/fields/fields.dto.ts';
import { ListingFilterDto } from '../shared/listing-filter/listing-filter.dto.ts';
import { NumberText } from '../shared/transforms/list.transform.ts';

const latitudeText = { message: 'A latitude is a number of degrees from -90 to 90.' };
const longitudeText = { message: 'A longitude is a number of degrees from -180 to 180.' };
const radiusText = { message: 'A radius is a number of kilometres from 0.001 to 20100.' };
const limitText = { message: 'A limit is a whole number from 1 to 100.' };

/** Where to look: a place name, or a point in WGS 84 degrees. */
export class NearbyDto extends IntersectionType(
  ListingFilterDto,
  fieldsDto([...new Set([...listingResource.fields, ...helpLineResource.fields])]),
) {
  @ApiPropertyOptional({ type: Number, minimum: -90, maximum: 90, description: 'WGS 84 degrees.' })
  @NumberText()
  @IsOptional()
  @IsNumber({}, latitudeText)
  @Min(-90, latitudeText)
  @Max(90, latitudeText)
  lat?: number;

  @ApiPropertyOptional({
    type: Number,
    minimum: -180,
    maximum: 180,
    description: 'WGS 84 degrees.',
  })
  @NumberText()
  @IsOptional()
  @IsNumber({}, longitudeText)
  @Min(-180, longitudeText)
  @Max(180, longitudeText)
  lon?: number;

  @ApiPropertyOptional({
    type: String,
    maxLength: 100,
    description: 'A town, a state, or a US ZIP code, instead of a point.',
    example: 'El Paso',
  })
  @IsOptional()
  @IsString({ message: 'Give the name of one place.' })
  @MaxLength(100, { message: 'A place name has at most 100 letters.' })
  near?: string;

  @ApiPropertyOptional({
    type: Number,
    minimum: 0.001,
    maximum: 20100,
    description: 'Kilometres. Where nothing lies within it, the nearest beyond it is given.',
  })
  @NumberText()
  @IsOptional()
  @IsNumber({}, radiusText)
  @Min(0.001, radiusText)
  @Max(20100, radiusText)
  radius_km?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @NumberText()
  @IsOptional()
  @IsInt(limitText)
  @Min(1, limitText)
  @Max(100, limitText)
  limit?: number;
}

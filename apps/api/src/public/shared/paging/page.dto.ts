import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { BoundingBox } from '#geo';
import { BoxText } from '../listing-filter/bounding-box.transform.ts';
import { List, NumberText } from '../listing-filter/list.transform.ts';
import { ListingFilterDto } from '../listing-filter/listing-filter.dto.ts';

const limitText = { message: 'A limit is a whole number from 1 to 100.' };
const cursorText = { message: 'A cursor is taken from next, or from a Link header, as it is.' };
const wordsText = { message: 'Give words to find, 200 letters at most.' };

/** A page of a collection. */
export class PageDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @NumberText()
  @IsOptional()
  @IsInt(limitText)
  @Min(1, limitText)
  @Max(100, limitText)
  limit?: number;

  @ApiPropertyOptional({ type: String, description: 'From `next` of the page before.' })
  @IsOptional()
  @IsString(cursorText)
  @MaxLength(2000, cursorText)
  cursor?: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: 200,
    description: 'Words to find, in English or Spanish; the last one may be unfinished.',
    example: 'asylum law',
  })
  @IsOptional()
  @IsString(wordsText)
  @MaxLength(200, wordsText)
  q?: string;
}

export class OrganizationsDto extends PageDto {
  @ApiPropertyOptional({ type: [String], description: 'Service types.', example: ['legal'] })
  @List()
  @IsOptional()
  @IsString({ each: true })
  service?: string[];

  @ApiPropertyOptional({ type: [String], description: 'Regions served.', example: ['US-AZ'] })
  @List()
  @IsOptional()
  @IsString({ each: true })
  region?: string[];
}

export class HelpLinesDto extends PageDto {
  @ApiPropertyOptional({ type: [String], description: 'Service types.', example: ['legal'] })
  @List()
  @IsOptional()
  @IsString({ each: true })
  service?: string[];

  @ApiPropertyOptional({
    enum: ['detention'],
    description: 'Only lines with a code that is dialled on a detention phone.',
  })
  @IsOptional()
  @IsIn(['detention'], { message: 'Lines can be asked for by detention.' })
  dialable_from?: 'detention';
}

/** The filters, and the page wanted of what they find. */
export class ListingsDto extends IntersectionType(ListingFilterDto, PageDto) {
  @ApiPropertyOptional({
    type: String,
    description: 'west,south,east,north in WGS 84 degrees; west may be greater than east.',
    example: '-107,31,-106,32',
  })
  @IsOptional()
  @BoxText()
  bbox?: BoundingBox;
}

export class OneDto {
  @ApiPropertyOptional({ enum: ['json', 'geojson'], description: 'The format; before Accept.' })
  @IsOptional()
  @IsIn(['json', 'geojson'], { message: 'A format is json or geojson.' })
  f?: 'json' | 'geojson';
}

/** No parameters at all: any is refused. */
export class NoParametersDto {}

import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import {
  type FeatureProperties,
  FeaturePropertiesText,
} from '../transforms/feature-properties.decorator.ts';
import { NumberText } from '../transforms/list.transform.ts';

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

export class OneDto {
  @ApiPropertyOptional({ enum: ['json', 'geojson'], description: 'The format; before Accept.' })
  @IsOptional()
  @IsIn(['json', 'geojson'], { message: 'A format is json or geojson.' })
  f?: 'json' | 'geojson';

  @FeaturePropertiesText()
  properties?: FeatureProperties;
}

/** No parameters: every one is rejected. */
export class NoParametersDto {}

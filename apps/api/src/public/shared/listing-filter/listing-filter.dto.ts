import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { accepted, costs, localTimePattern } from '#contract';
import {
  type FeatureProperties,
  FeaturePropertiesText,
} from '../transforms/feature-properties.decorator.ts';
import { IsLanguage, LanguageText } from '../transforms/language.transform.ts';
import { BooleanText, List, NumberText } from '../transforms/list.transform.ts';

const listingStates = ['active', 'unknown', 'closed', 'any'] as const;
const knownCosts = costs.filter((cost) => cost !== 'unknown');
const MAX_VALUES = 50;
const timeText = {
  message: 'A time is a date, T, hours and minutes, such as 2026-11-28T18:00.',
};
const manyText = { message: `Name at most ${MAX_VALUES} values.` };

/** The filters shared by every request for listings: OR between values, AND between filters. */
export class ListingFilterDto {
  @ApiPropertyOptional({
    type: [String],
    description: 'Service types, by the codes of /v1/service-types.',
    example: ['legal'],
  })
  @List()
  @IsOptional()
  @ArrayMaxSize(MAX_VALUES, manyText)
  @Matches(/^[a-z]+(-[a-z]+)*$/, {
    each: true,
    message: 'A service type is a code of /v1/service-types, such as legal.',
  })
  service?: string[];

  @ApiPropertyOptional({
    type: [String],
    description:
      'Regions of the place, by the ISO 3166-2 codes of /v1/regions or a group of them; for help without a place, the regions it serves.',
    example: ['US-TX'],
  })
  @List()
  @IsOptional()
  @ArrayMaxSize(MAX_VALUES, manyText)
  @Matches(/^[A-Z]{2}(-[A-Z0-9]{1,3})*$/, {
    each: true,
    message: 'A region is a code of /v1/regions, such as US-TX.',
  })
  region?: string[];

  @ApiPropertyOptional({
    type: [String],
    description: 'Regions that are served, wherever the place is.',
    example: ['US-TX'],
  })
  @List()
  @IsOptional()
  @ArrayMaxSize(MAX_VALUES, manyText)
  @Matches(/^[A-Z]{2}(-[A-Z0-9]{1,3})*$/, {
    each: true,
    message: 'A region is a code of /v1/regions, such as US-TX.',
  })
  serves?: string[];

  @ApiPropertyOptional({
    type: [String],
    description: 'Languages that are spoken, as ISO 639 codes: es, spa and es-MX are the same.',
    example: ['es'],
  })
  @List()
  @LanguageText()
  @IsOptional()
  @ArrayMaxSize(MAX_VALUES, manyText)
  @IsLanguage({ each: true })
  language?: string[];

  @ApiPropertyOptional({ enum: knownCosts, isArray: true, description: 'What it costs.' })
  @List()
  @IsOptional()
  @IsIn(knownCosts, { each: true, message: `A cost is one of ${knownCosts.join(', ')}.` })
  cost?: string[];

  @ApiPropertyOptional({
    enum: accepted,
    isArray: true,
    description: 'Only who is known to receive them. Most records do not say.',
  })
  @List()
  @IsOptional()
  @IsIn(accepted, { each: true, message: `Who is accepted is one of ${accepted.join(', ')}.` })
  accepts?: string[];

  @ApiPropertyOptional({
    enum: listingStates,
    isArray: true,
    description: 'Without it, everything but what has closed.',
  })
  @List()
  @IsOptional()
  @IsIn(listingStates, {
    each: true,
    message: `A status is one of ${listingStates.join(', ')}.`,
  })
  status?: (typeof listingStates)[number][];

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Only what is known to be open now. Most hours are not known.',
  })
  @BooleanText()
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  open_now?: boolean;

  @ApiPropertyOptional({
    type: String,
    pattern: localTimePattern.source,
    description:
      'Only what is known to be open then, on the clocks of the place. Most hours are not known.',
    example: '2026-11-28T18:00',
  })
  @IsOptional()
  @Matches(localTimePattern, timeText)
  @IsISO8601({ strict: true }, timeText)
  open_at?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Only help that needs no visit: by phone or online.',
  })
  @BooleanText()
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  remote?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 3650,
    description: 'Only what somebody has verified in the last so many days.',
  })
  @NumberText()
  @IsOptional()
  @IsInt({ message: 'Give a whole number of days.' })
  @Min(1, { message: 'Give at least 1 day.' })
  @Max(3650, { message: 'Give at most 3650 days.' })
  verified_within_days?: number;

  @ApiPropertyOptional({ enum: ['json', 'geojson'], description: 'The format; before Accept.' })
  @IsOptional()
  @IsIn(['json', 'geojson'], { message: 'A format is json or geojson.' })
  f?: 'json' | 'geojson';

  @FeaturePropertiesText()
  properties?: FeatureProperties;
}

import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { fieldsDto } from '../shared/fields/fields.dto.ts';
import { PageDto } from '../shared/paging/page.dto.ts';
import {
  type FeatureProperties,
  FeaturePropertiesText,
} from '../shared/transforms/feature-properties.decorator.ts';
import { List } from '../shared/transforms/list.transform.ts';
import { facilityResource } from './facility.schema.ts';

/** Selects facilities by name, town or state, or the ones nearest to a place. */
export class FacilitiesDto extends IntersectionType(PageDto, fieldsDto(facilityResource.fields)) {
  @ApiPropertyOptional({
    type: String,
    maxLength: 200,
    description:
      'A name, town, state or code of the detaining agency. Where nothing has these words, what is spelled nearly so is given.',
    example: 'Otay Mesa',
  })
  override q?: string;

  @ApiPropertyOptional({ type: [String], description: 'Regions.', example: ['US-TX'] })
  @List()
  @IsOptional()
  @IsString({ each: true })
  region?: string[];

  @ApiPropertyOptional({
    type: String,
    maxLength: 100,
    description: 'A town, a state, or a US ZIP code: the nearest facilities come first.',
    example: 'Tucson',
  })
  @IsOptional()
  @IsString({ message: 'Give the name of one place.' })
  @MaxLength(100, { message: 'A place name has at most 100 letters.' })
  near?: string;

  @ApiPropertyOptional({ enum: ['json', 'geojson'], description: 'The format; before Accept.' })
  @IsOptional()
  @IsIn(['json', 'geojson'], { message: 'A format is json or geojson.' })
  f?: 'json' | 'geojson';

  @FeaturePropertiesText()
  properties?: FeatureProperties;
}

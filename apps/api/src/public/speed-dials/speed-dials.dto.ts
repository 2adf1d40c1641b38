import { ApiPropertyOptional, IntersectionType, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { type SpeedDialStatus, speedDialPattern, speedDialStatuses } from '#contract';
import { ListingFilterDto } from '../shared/listing-filter/listing-filter.dto.ts';
import { PageDto } from '../shared/paging/page.dto.ts';
import { List } from '../shared/transforms/list.transform.ts';

/** Selects speed dial codes. */
export class SpeedDialsDto extends IntersectionType(
  PageDto,
  PickType(ListingFilterDto, ['service', 'language']),
) {
  @ApiPropertyOptional({
    type: String,
    description: 'Slug or id of a facility: what works there, codes for every facility too.',
    example: 'eloy-detention-center',
  })
  @IsOptional()
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    message: 'A facility is named by its slug or its id, such as eloy-detention-center.',
  })
  facility?: string;

  @ApiPropertyOptional({
    enum: speedDialStatuses,
    isArray: true,
    description: 'Without it, everything but what is blocked or retired.',
  })
  @List()
  @IsOptional()
  @IsIn(speedDialStatuses, {
    each: true,
    message: `A status is one of ${speedDialStatuses.join(', ')}.`,
  })
  status?: SpeedDialStatus[];

  @ApiPropertyOptional({
    type: String,
    pattern: speedDialPattern.source,
    description: 'The code, with its hash or without it; in a URL a hash is written %23.',
    example: '9233#',
  })
  @IsOptional()
  @Matches(speedDialPattern, {
    message: 'A code has 2 to 8 digits, hashes and stars; in a URL a hash is written %23.',
  })
  code?: string;

  @ApiPropertyOptional({ enum: ['json', 'csv'], description: 'The format; before Accept.' })
  @IsOptional()
  @IsIn(['json', 'csv'], { message: 'A format is json or csv.' })
  f?: 'json' | 'csv';
}

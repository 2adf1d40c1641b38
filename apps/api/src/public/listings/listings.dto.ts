import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { BoundingBox } from '#geo';
import { fieldsDto } from '../shared/fields/fields.dto.ts';
import { ListingFilterDto } from '../shared/listing-filter/listing-filter.dto.ts';
import { PageDto } from '../shared/paging/page.dto.ts';
import { BoxText } from '../shared/transforms/bounding-box.transform.ts';
import { listingResource } from './listed-listing.schema.ts';

/** The filters and the requested page of their results. */
export class ListingsDto extends IntersectionType(
  ListingFilterDto,
  PageDto,
  fieldsDto(listingResource.fields),
) {
  @ApiPropertyOptional({
    type: String,
    description: 'west,south,east,north in WGS 84 degrees; west may be greater than east.',
    example: '-107,31,-106,32',
  })
  @IsOptional()
  @BoxText()
  bbox?: BoundingBox;
}

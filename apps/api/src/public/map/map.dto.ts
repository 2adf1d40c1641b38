import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import type { BoundingBox } from '#geo';
import { ListingFilterDto } from '../shared/listing-filter/listing-filter.dto.ts';
import { BoxText } from '../shared/transforms/bounding-box.transform.ts';
import { NumberText } from '../shared/transforms/list.transform.ts';

/** The visible area of a map. */
export class MapDto extends ListingFilterDto {
  @ApiProperty({
    type: String,
    description: 'west,south,east,north in WGS 84 degrees; west may be greater than east.',
    example: '-107,31,-106,32',
  })
  @BoxText()
  bbox!: BoundingBox;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 22, description: 'Web map zoom.' })
  @NumberText()
  @IsInt({ message: 'A zoom is a whole number from 0 to 22.' })
  @Min(0, { message: 'A zoom is a whole number from 0 to 22.' })
  @Max(22, { message: 'A zoom is a whole number from 0 to 22.' })
  zoom!: number;
}

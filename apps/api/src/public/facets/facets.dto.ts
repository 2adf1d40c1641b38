import { OmitType } from '@nestjs/swagger';
import { ListingFilterDto } from '../shared/listing-filter/listing-filter.dto.ts';

/** The filters of a search, without the format. */
export class FacetsDto extends OmitType(ListingFilterDto, ['f', 'properties']) {}

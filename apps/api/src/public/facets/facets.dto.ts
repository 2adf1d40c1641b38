import { OmitType } from '@nestjs/swagger';
import { ListingFilterDto } from '../shared/listing-filter/listing-filter.dto.ts';

/** The filters of a search. */
export class FacetsDto extends OmitType(ListingFilterDto, ['f']) {}

import { OmitType } from '@nestjs/swagger';
import { ListingFilterDto } from './listing-filter.dto.ts';

/** The filters of a search. */
export class FacetsDto extends OmitType(ListingFilterDto, ['f']) {}

import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { fieldsDto } from '../shared/fields/fields.dto.ts';
import { PageDto } from '../shared/paging/page.dto.ts';
import { List } from '../shared/transforms/list.transform.ts';
import { organizationResource } from './organization.schema.ts';

/** Selects organizations. */
export class OrganizationsDto extends IntersectionType(
  PageDto,
  fieldsDto(organizationResource.fields),
) {
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

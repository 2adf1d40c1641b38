import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { PageDto } from '../shared/paging/page.dto.ts';
import { List } from '../shared/transforms/list.transform.ts';

/** Selects organizations. */
export class OrganizationsDto extends PageDto {
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

import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { fieldsDto } from '../shared/fields/fields.dto.ts';
import { PageDto } from '../shared/paging/page.dto.ts';
import { List } from '../shared/transforms/list.transform.ts';
import { helpLineResource } from './help-line.schema.ts';

/** Selects help lines. */
export class HelpLinesDto extends IntersectionType(PageDto, fieldsDto(helpLineResource.fields)) {
  @ApiPropertyOptional({ type: [String], description: 'Service types.', example: ['legal'] })
  @List()
  @IsOptional()
  @IsString({ each: true })
  service?: string[];

  @ApiPropertyOptional({
    enum: ['detention'],
    description: 'Only lines with a code that is dialled on a detention phone.',
  })
  @IsOptional()
  @IsIn(['detention'], { message: 'Lines can be asked for by detention.' })
  dialable_from?: 'detention';
}

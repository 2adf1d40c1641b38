import type { Type } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { List } from '../transforms/list.transform.ts';
import { type FieldGroup, fieldGroups } from './field-selection.ts';

export interface FieldsDto {
  include?: FieldGroup[];
  fields?: string[];
}

/** Creates the parameters that add fields to the records of a list. */
export function fieldsDto(names: readonly string[]): Type<FieldsDto> {
  class Fields implements FieldsDto {
    @ApiPropertyOptional({
      enum: fieldGroups,
      isArray: true,
      description:
        'What to add to each record of the list: sources, translations, or details, which is everything else.',
    })
    @List()
    @IsOptional()
    @IsIn(fieldGroups, {
      each: true,
      message: `What can be included is ${fieldGroups.join(', ')}.`,
    })
    include?: FieldGroup[];

    @ApiPropertyOptional({
      enum: names,
      isArray: true,
      description: 'Single fields to add to each record of the list.',
    })
    @List()
    @IsOptional()
    @IsIn(names, { each: true, message: `A field is one of ${names.join(', ')}.` })
    fields?: string[];
  }
  return Fields;
}

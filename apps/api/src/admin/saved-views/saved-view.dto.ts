import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { Text } from '../records/dto/fields.decorator.ts';

const queryText = { message: 'A query has 1000 letters at most.' };

export class SavedViewDto {
  @Text(80)
  name!: string;

  /** As in the address of the list; the list itself says what is wrong with it. */
  @ApiProperty({ type: String, example: 'due=never&region=US-TX' })
  @IsString(queryText)
  @MaxLength(1000, queryText)
  query!: string;
}

import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  type DueState,
  dueStates,
  type EditedKind,
  editedKinds,
  type RecordSort,
  recordSorts,
} from '#contract';
import { NumberText } from '../../public/shared/transforms/list.transform.ts';
import { AssignedTo } from '../shared/assigned-to.decorator.ts';

const wordsText = { message: 'Give words to find, 200 letters at most.' };
const pageText = { message: 'A page is a whole number from 1 to 10000.' };
const sizeText = { message: 'A page has 1 to 500 records.' };
const daysText = { message: 'Days are a whole number from 1 to 365.' };
const statusText = { message: 'A status has 40 letters at most.' };
const regionText = { message: 'A region is a code of ISO 3166-2, as in US-TX.' };
const serviceText = { message: 'A kind of help is a code, as in legal.' };

/** Which records a list shows, and how. */
export class RecordListDto {
  @ApiPropertyOptional({ enum: editedKinds })
  @IsOptional()
  @IsIn(editedKinds, { message: `One of ${editedKinds.join(', ')}.` })
  kind?: EditedKind;

  @ApiPropertyOptional({ type: String, description: 'Words that a name or the slug contains.' })
  @IsOptional()
  @IsString(wordsText)
  @MaxLength(200, wordsText)
  q?: string;

  @ApiPropertyOptional({ type: String, example: 'unknown' })
  @IsOptional()
  @IsString(statusText)
  @MaxLength(40, statusText)
  status?: string;

  @ApiPropertyOptional({ type: String, example: 'US-TX', description: 'Where it is or helps.' })
  @IsOptional()
  @Matches(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, regionText)
  region?: string;

  @ApiPropertyOptional({ type: String, example: 'legal' })
  @IsOptional()
  @Matches(/^[a-z]+(-[a-z]+)*$/, serviceText)
  @MaxLength(40, serviceText)
  service?: string;

  @ApiPropertyOptional({
    enum: dueStates,
    description: '`due`: to be verified again; `never`: nobody has verified it.',
  })
  @IsOptional()
  @IsIn(dueStates, { message: `One of ${dueStates.join(', ')}.` })
  due?: DueState;

  @AssignedTo()
  assigned?: string;

  @ApiPropertyOptional({
    ...{ type: 'integer', minimum: 1, maximum: 365 },
    description: 'Changed by somebody on one of so many days (UTC), today included.',
  })
  @NumberText()
  @IsOptional()
  @IsInt(daysText)
  @Min(1, daysText)
  @Max(365, daysText)
  changed_within_days?: number;

  @ApiPropertyOptional({ enum: recordSorts, default: 'name' })
  @IsOptional()
  @IsIn(recordSorts, { message: `One of ${recordSorts.join(', ')}.` })
  sort?: RecordSort;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 1 })
  @NumberText()
  @IsOptional()
  @IsInt(pageText)
  @Min(1, pageText)
  @Max(10_000, pageText)
  page?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @NumberText()
  @IsOptional()
  @IsInt(sizeText)
  @Min(1, sizeText)
  @Max(500, sizeText)
  page_size?: number;
}

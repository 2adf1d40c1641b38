import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type EditedKind, editedKinds } from '#contract';
import { NumberText } from '../../public/shared/transforms/list.transform.ts';

const wordsText = { message: 'Give words to find, 200 letters at most.' };
const pageText = { message: 'A page is a whole number from 1 to 10000.' };
const statusText = { message: 'A status has 40 letters at most.' };
const dueStates = ['due', 'never', 'fresh'] as const;

export class RecordListDto {
  @ApiPropertyOptional({ enum: editedKinds })
  @IsOptional()
  @IsIn(editedKinds, { message: `One of ${editedKinds.join(', ')}.` })
  kind?: EditedKind;

  @ApiPropertyOptional({ type: String, description: 'Words that the name or slug contains.' })
  @IsOptional()
  @IsString(wordsText)
  @MaxLength(200, wordsText)
  q?: string;

  @ApiPropertyOptional({ type: String, example: 'unknown' })
  @IsOptional()
  @IsString(statusText)
  @MaxLength(40, statusText)
  status?: string;

  @ApiPropertyOptional({
    enum: dueStates,
    description: '`due`: to be verified again; `never`: nobody has verified it.',
  })
  @IsOptional()
  @IsIn(dueStates, { message: `One of ${dueStates.join(', ')}.` })
  due?: (typeof dueStates)[number];

  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 1 })
  @NumberText()
  @IsOptional()
  @IsInt(pageText)
  @Min(1, pageText)
  @Max(10_000, pageText)
  page?: number;
}

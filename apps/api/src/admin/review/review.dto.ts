import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import type { RecordDocument } from '#contract';
import { NumberText } from '../../public/shared/transforms/list.transform.ts';
import { Part, Text, Texts, WholeNumber } from '../records/dto/fields.decorator.ts';
import { RevisionNoteDto } from '../records/dto/part.dto.ts';

const pageText = { message: 'A page is a whole number from 1 to 10000.' };

export class SuggestionQueueDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 1 })
  @NumberText()
  @IsOptional()
  @IsInt(pageText)
  @Min(1, pageText)
  @Max(10_000, pageText)
  page?: number;
}

export class AcceptanceDto {
  /** Validated once the kind of its record is known. */
  @IsOptional()
  @IsObject({ message: 'Give the whole document.' })
  document?: RecordDocument;

  /** Of the record, as its reviewer read it; with a document. */
  @ValidateIf(
    ({ document, version }: AcceptanceDto) => document !== undefined || version !== undefined,
  )
  @WholeNumber(1, 2_000_000_000)
  version?: number;

  @IsOptional()
  @Texts(500)
  paths?: string[];

  @IsOptional()
  @Text(1000)
  reply?: string;

  @IsOptional()
  @Part(() => RevisionNoteDto)
  revision?: RevisionNoteDto;
}

export class RejectionDto {
  @Text(1000)
  reason!: string;
}

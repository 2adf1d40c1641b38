import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { IsLanguage, LanguageText } from '../shared/transforms/language.transform.ts';
import { BooleanText, List, NumberText } from '../shared/transforms/list.transform.ts';

const sinceText = { message: 'Give the sequence of a snapshot, a whole number.' };

/** Selects the part of the directory to download. */
export class SnapshotDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'The sequence of the snapshot that you have: only what changed since is given.',
  })
  @NumberText()
  @IsOptional()
  @IsInt(sinceText)
  @Min(0, sinceText)
  @Max(Number.MAX_SAFE_INTEGER, sinceText)
  since?: number;

  @ApiPropertyOptional({
    type: [String],
    description: 'Only listings in these regions, or that serve them from elsewhere.',
    example: ['US-TX'],
  })
  @List()
  @IsOptional()
  @IsString({ each: true })
  region?: string[];

  @ApiPropertyOptional({
    type: [String],
    description:
      'Only texts in these languages beside the English ones: ISO 639 codes. `en` alone: no translations.',
    example: ['es'],
  })
  @List()
  @LanguageText()
  @IsOptional()
  @IsLanguage({ each: true })
  translations?: string[];

  @ApiPropertyOptional({
    type: Boolean,
    description: 'false leaves the sources out, by far the most of the text.',
  })
  @BooleanText()
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  sources?: boolean;
}

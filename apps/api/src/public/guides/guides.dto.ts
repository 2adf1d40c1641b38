import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { IsLanguage, LanguageText } from '../shared/transforms/language.transform.ts';
import { BooleanText } from '../shared/transforms/list.transform.ts';

/** The requested language. */
export class GuideDto {
  @ApiPropertyOptional({
    type: String,
    default: 'en',
    description: 'ISO 639 code of the language wanted; English where a guide is not told in it.',
    example: 'es',
  })
  @LanguageText()
  @IsOptional()
  @IsLanguage()
  language?: string;
}

export class GuidesDto extends GuideDto {
  @ApiPropertyOptional({ type: Boolean, description: 'Whole guides, to be kept.' })
  @BooleanText()
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  whole?: boolean;
}

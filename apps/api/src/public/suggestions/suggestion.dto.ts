import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, MaxLength } from 'class-validator';
import { type SuggestionKind, suggestionKinds } from '#directory';

const textText = { message: 'Say in 3 to 2000 letters what is wrong.' };

/** A visitor's report of an error in a record. */
export class SuggestionDto {
  @ApiProperty({ enum: suggestionKinds, description: 'What kind of record it is about.' })
  @IsIn(suggestionKinds, { message: `One of ${suggestionKinds.join(', ')}.` })
  kind!: SuggestionKind;

  @ApiProperty({ type: String, maxLength: 200, example: 'casa-alitas' })
  @IsString({ message: 'Give the slug of one record.' })
  @MaxLength(200, { message: 'A slug has at most 200 letters.' })
  slug!: string;

  @ApiProperty({
    type: String,
    minLength: 3,
    maxLength: 2000,
    description: 'In any language, and without anything about yourself.',
  })
  @IsString(textText)
  @Length(3, 2000, textText)
  text!: string;
}

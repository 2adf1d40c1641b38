import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { NumberText } from '../shared/transforms/list.transform.ts';

/** The part of a place name that a visitor has typed so far. */
export class PlacesDto {
  @ApiProperty({
    type: String,
    maxLength: 100,
    description: 'The beginning of a town, a state, or a US ZIP code.',
    example: 'Nogales',
  })
  @IsString({ message: 'Give the name of a place.' })
  @MinLength(1, { message: 'Give the name of a place.' })
  @MaxLength(100, { message: 'A place name has at most 100 letters.' })
  q!: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 20, default: 8 })
  @NumberText()
  @IsOptional()
  @IsInt({ message: 'A limit is a whole number from 1 to 20.' })
  @Min(1, { message: 'A limit is a whole number from 1 to 20.' })
  @Max(20, { message: 'A limit is a whole number from 1 to 20.' })
  limit?: number;
}

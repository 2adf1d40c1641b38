import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { type Role, roles } from '#contract';
import { PersonName } from '../accounts/accounts.dto.ts';

const MAX_DAYS = 90;
const daysText = { message: `A whole number of days from 1 to ${MAX_DAYS}.` };

export class NewTokenDto {
  @PersonName()
  name!: string;

  @ApiProperty({ type: Number, minimum: 1, maximum: MAX_DAYS, description: 'How long it is good.' })
  @IsInt(daysText)
  @Min(1, daysText)
  @Max(MAX_DAYS, daysText)
  days!: number;

  @ApiProperty({
    enum: roles,
    required: false,
    description:
      'The most that it may do; by default what you may do. It never may do more than you.',
  })
  @IsOptional()
  @IsIn(roles, { message: `One of ${roles.join(', ')}.` })
  role?: Role;

  @ApiProperty({
    type: Boolean,
    required: false,
    description: 'Whether it shows private places, if you see them. By default not.',
  })
  @IsOptional()
  @IsBoolean({ message: 'true or false.' })
  confidential?: boolean;
}

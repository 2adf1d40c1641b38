import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { type RecordScope, type Role, roles } from '#contract';
import { EmailAddress, PersonName } from '../accounts/accounts.dto.ts';

const MAX_SCOPE = 500;

/** What an editor may edit. */
export class ScopeDto implements RecordScope {
  @ApiProperty({ type: [String], description: 'Ids of organizations.' })
  @IsArray({ message: 'A list of ids.' })
  @ArrayMaxSize(MAX_SCOPE, { message: `At most ${MAX_SCOPE}.` })
  @IsUUID('all', { each: true, message: 'Each is the id of an organization.' })
  organizations!: string[];

  @ApiProperty({ type: [String], description: 'Codes of ISO 3166-2.', example: ['US-TX'] })
  @IsArray({ message: 'A list of codes.' })
  @ArrayMaxSize(MAX_SCOPE, { message: `At most ${MAX_SCOPE}.` })
  @Matches(/^(US|MX)-[A-Z]{2,3}$/, { each: true, message: 'Each is a code such as US-TX.' })
  regions!: string[];
}

const roleText = { message: `One of ${roles.join(', ')}.` };
const confidentialText = 'Whether streets and exact points of private places are shown.';

export class InvitationDto {
  @PersonName()
  name!: string;

  @EmailAddress()
  email!: string;

  @ApiProperty({ enum: roles })
  @IsIn(roles, roleText)
  role!: Role;

  @ApiProperty({
    type: ScopeDto,
    required: false,
    description: 'Of an editor; by default nothing.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ScopeDto)
  scope?: ScopeDto;

  @ApiProperty({
    type: Boolean,
    required: false,
    description: `${confidentialText} By default not.`,
  })
  @IsOptional()
  @IsBoolean({ message: 'true or false.' })
  confidential?: boolean;
}

/** What changes of an account; what is left out stays as it is. */
export class UserChangeDto {
  @IsOptional()
  @PersonName()
  name?: string;

  @ApiProperty({ enum: roles, required: false })
  @IsOptional()
  @IsIn(roles, roleText)
  role?: Role;

  @ApiProperty({ type: ScopeDto, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => ScopeDto)
  scope?: ScopeDto;

  @ApiProperty({ type: Boolean, required: false, description: confidentialText })
  @IsOptional()
  @IsBoolean({ message: 'true or false.' })
  confidential?: boolean;

  @ApiProperty({ type: Boolean, required: false, description: 'Whether it cannot sign in.' })
  @IsOptional()
  @IsBoolean({ message: 'true or false.' })
  banned?: boolean;
}

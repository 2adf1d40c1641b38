import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import {
  type NewVerification,
  type VerificationMethod,
  type VerificationOutcome,
  type VerifiedKind,
  verificationMethods,
  verificationOutcomes,
  verifiedKinds,
} from '#contract';
import { NumberText } from '../../public/shared/transforms/list.transform.ts';
import { Day, Nullable, OneOf, Text } from '../records/dto/fields.decorator.ts';
import { AssignedTo } from '../shared/assigned-to.decorator.ts';

const limitText = { message: 'A limit is a whole number from 1 to 20.' };
const cursorText = { message: 'A cursor is taken from next, as it is.' };

export class NewVerificationDto implements NewVerification {
  @OneOf(verificationOutcomes)
  outcome!: VerificationOutcome;

  @OneOf(verificationMethods)
  method!: VerificationMethod;

  @Nullable()
  @Text(2000)
  note!: string | null;

  @Day()
  date!: string;
}

export class VerificationQueueDto {
  @AssignedTo()
  assigned?: string;

  @ApiPropertyOptional({ enum: verifiedKinds })
  @IsOptional()
  @IsIn(verifiedKinds, { message: `One of ${verifiedKinds.join(', ')}.` })
  kind?: VerifiedKind;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 20, default: 1 })
  @NumberText()
  @IsOptional()
  @IsInt(limitText)
  @Min(1, limitText)
  @Max(20, limitText)
  limit?: number;

  @ApiPropertyOptional({ type: String, description: 'From `next` of the page before.' })
  @IsOptional()
  @IsString(cursorText)
  @MaxLength(2000, cursorText)
  cursor?: string;
}

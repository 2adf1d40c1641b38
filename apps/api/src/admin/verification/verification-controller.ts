import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type Type,
  UseGuards,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { VerifiedKind } from '#contract';
import type { Actor } from '#identity';
import {
  asJson,
  asVersionedJson,
  type Representation,
} from '../../http/negotiation/representation.ts';
import { recordPaths } from '../records/record-paths.ts';
import { recordSchemas } from '../records/schema/record.schema.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { IfMatch } from '../shared/conditions.decorator.ts';
import { CurrentActor } from '../shared/current-actor.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { UuidPipe } from '../shared/uuid.pipe.ts';
import { NewVerificationDto, VerificationQueueDto } from './verification.dto.ts';
import { newVerificationComponent, verificationQueueComponent } from './verification.schema.ts';
import { VerificationService } from './verification.service.ts';

@ApiTags('Verification')
@Controller('v1/admin/verification-queue')
@UseGuards(AdminGuard)
export class VerificationQueueController {
  constructor(private readonly verification: VerificationService) {}

  @Get()
  @Requires('verify', 'organization')
  @ApiAdmin({
    summary: 'What should be verified, the most harmful first, each with all that a call needs.',
    response: verificationQueueComponent,
  })
  async page(
    @Query() query: VerificationQueueDto,
    @CurrentActor() actor: Actor,
  ): Promise<Representation> {
    return asJson(await this.verification.page(query, actor));
  }
}

/** Makes the controller of the verifications of one kind of record. */
export function verificationController(kind: VerifiedKind): Type {
  @ApiTags('Verification')
  @Controller(`v1/admin/${recordPaths[kind]}/:id/verifications`)
  @UseGuards(AdminGuard)
  class VerificationController {
    constructor(private readonly verification: VerificationService) {}

    @Post()
    @HttpCode(200)
    @Requires('verify', kind)
    @ApiAdmin({
      ...{ summary: 'Say what came of verifying a record.', response: recordSchemas(kind).record },
      ...{ body: newVerificationComponent, ifMatch: true },
    })
    async add(
      @Param('id', UuidPipe) id: string,
      @IfMatch() version: number,
      @Body() verification: NewVerificationDto,
      @CurrentActor() actor: Actor,
    ): Promise<Representation> {
      return asVersionedJson(
        await this.verification.add({ kind, id }, { version, verification }, actor),
      );
    }
  }
  Object.defineProperty(VerificationController, 'name', { value: `Verify_${kind}Controller` });
  return VerificationController;
}

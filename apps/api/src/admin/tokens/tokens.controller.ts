import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import {
  ApiAccountResponse,
  ApiSignedIn,
} from '../../http/openapi/api-account-response.decorator.ts';
import { ApiJsonBody, ApiPathName } from '../../http/openapi/api-response.decorator.ts';
import { IdPipe } from '../../http/problems/id.pipe.ts';
import { doneComponent } from '../accounts/accounts.schema.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { CurrentActor } from '../shared/current-actor.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { NewTokenDto } from './tokens.dto.ts';
import { newTokenComponent, tokensComponent } from './tokens.schema.ts';
import { TokensService } from './tokens.service.ts';

@ApiTags('Accounts')
@ApiSignedIn()
@UseGuards(AdminGuard)
@Controller('v1/admin/tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @Requires('read', 'token')
  @ApiAccountResponse('Your access tokens.', tokensComponent)
  async list(@CurrentActor() actor: Actor): Promise<Representation> {
    return asJson(await this.tokens.list(actor));
  }

  @Post()
  @HttpCode(200)
  @Requires('create', 'token')
  @ApiAccountResponse('Make an access token for a script.', newTokenComponent)
  @ApiJsonBody(NewTokenDto)
  async add(@Body() body: NewTokenDto, @CurrentActor() actor: Actor): Promise<Representation> {
    return asJson(await this.tokens.add(body, actor));
  }

  @Delete(':id')
  @Requires('delete', 'token')
  @ApiPathName('id', 'Of an access token.', 'b7a1c1d2-5d0f-4d56-8c6e-0d7c3f8a9b10')
  @ApiAccountResponse('Delete an access token.', doneComponent)
  async delete(
    @Param('id', IdPipe) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Representation> {
    return asJson(await this.tokens.delete(id, actor));
  }
}

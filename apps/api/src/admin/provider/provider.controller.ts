import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import {
  ApiAccountResponse,
  ApiSignedIn,
} from '../../http/openapi/api-account-response.decorator.ts';
import { ApiJsonBody } from '../../http/openapi/api-response.decorator.ts';
import { doneComponent } from '../accounts/accounts.schema.ts';
import { CurrentExchange, type Exchange } from '../sign-ins/exchange.ts';
import { CurrentSignIn, SignedInGuard } from '../sign-ins/signed-in.guard.ts';
import { ProviderSignInDto } from './provider.dto.ts';
import { providerUrlComponent } from './provider.schema.ts';
import { ProviderService } from './provider.service.ts';

@ApiTags('Accounts')
@Controller('v1/auth')
export class ProviderController {
  constructor(private readonly provider: ProviderService) {}

  @Post('provider/sign-in')
  @HttpCode(200)
  @ApiAccountResponse('Begin to sign in by the provider.', providerUrlComponent)
  @ApiJsonBody(ProviderSignInDto)
  async signIn(
    @Body() { invitation }: ProviderSignInDto,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.provider.signIn(invitation, exchange));
  }

  @Post('provider/link')
  @HttpCode(200)
  @ApiSignedIn()
  @UseGuards(SignedInGuard)
  @ApiAccountResponse('Begin to link this account to the provider.', providerUrlComponent)
  async link(
    @CurrentSignIn() signedIn: SignedIn,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.provider.link({ signedIn, exchange }));
  }

  @Post('provider/unlink')
  @HttpCode(200)
  @ApiSignedIn()
  @UseGuards(SignedInGuard)
  @ApiAccountResponse('Unlink this account, and end all its sessions.', doneComponent)
  async unlink(@CurrentSignIn() signedIn: SignedIn): Promise<Representation> {
    return asJson(await this.provider.unlink(signedIn));
  }

  /** Where the provider sends the browser back to. */
  @Get('callback/oidc')
  @ApiExcludeEndpoint()
  async finish(
    @Req() { url }: FastifyRequest,
    @CurrentExchange() exchange: Exchange,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const query = url.split('?', 2)[1] ?? '';
    await reply.redirect(await this.provider.finish(query, exchange), 303);
  }
}

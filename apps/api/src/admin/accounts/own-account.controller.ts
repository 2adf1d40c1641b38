import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import {
  ApiAccountResponse,
  ApiSignedIn,
} from '../../http/openapi/api-account-response.decorator.ts';
import { ApiJsonBody, ApiPathName } from '../../http/openapi/api-response.decorator.ts';
import { IdPipe } from '../../http/problems/id.pipe.ts';
import { CurrentExchange, type Exchange } from '../sign-ins/exchange.ts';
import { CurrentSignIn, SignedInGuard } from '../sign-ins/signed-in.guard.ts';
import { ChangePasswordDto } from './accounts.dto.ts';
import { doneComponent, sessionsComponent } from './accounts.schema.ts';
import { OwnAccountService } from './own-account.service.ts';

@ApiTags('Accounts')
@ApiSignedIn()
@UseGuards(SignedInGuard)
@Controller('v1/auth')
export class OwnAccountController {
  constructor(private readonly own: OwnAccountService) {}

  @Post('change-password')
  @HttpCode(200)
  @ApiAccountResponse('Change your password, and end your other sessions.', doneComponent)
  @ApiJsonBody(ChangePasswordDto)
  async changePassword(
    @Body() body: ChangePasswordDto,
    @CurrentSignIn() signedIn: SignedIn,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.own.changePassword(body, { signedIn, exchange }));
  }

  @Get('sessions')
  @ApiAccountResponse('Where you are signed in.', sessionsComponent)
  async listSessions(@CurrentSignIn() signedIn: SignedIn): Promise<Representation> {
    return asJson(await this.own.listSessions(signedIn));
  }

  @Delete('sessions')
  @ApiAccountResponse('Sign out everywhere.', doneComponent)
  async endSessions(@CurrentSignIn() signedIn: SignedIn): Promise<Representation> {
    return asJson(await this.own.endSessions(signedIn));
  }

  @Delete('sessions/:id')
  @ApiPathName('id', 'Of a session.', 'b7a1c1d2-5d0f-4d56-8c6e-0d7c3f8a9b10')
  @ApiAccountResponse('End one of your sessions.', doneComponent)
  async endSession(
    @Param('id', IdPipe) id: string,
    @CurrentSignIn() signedIn: SignedIn,
  ): Promise<Representation> {
    return asJson(await this.own.endSession(id, signedIn));
  }
}

import { Body, Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import {
  ApiAccountResponse,
  ApiSignedIn,
} from '../../http/openapi/api-account-response.decorator.ts';
import { ApiJsonBody } from '../../http/openapi/api-response.decorator.ts';
import { CurrentExchange, type Exchange } from '../sign-ins/exchange.ts';
import { CurrentSignIn, SignedInGuard } from '../sign-ins/signed-in.guard.ts';
import { NewPasskeyDto, PasskeyIdDto, PasswordDto, TotpCodeDto } from './accounts.dto.ts';
import {
  authenticatorSetUpComponent,
  doneComponent,
  passkeyOptionsComponent,
  passkeysComponent,
  recoveryCodesComponent,
} from './accounts.schema.ts';
import { SecondFactorService } from './second-factor.service.ts';

@ApiTags('Accounts')
@ApiSignedIn()
@UseGuards(SignedInGuard)
@Controller('v1/auth')
export class SecondFactorController {
  constructor(private readonly factors: SecondFactorService) {}

  @Post('two-factor/enable')
  @HttpCode(200)
  @ApiAccountResponse('Begin to set up an authenticator app.', authenticatorSetUpComponent)
  @ApiJsonBody(PasswordDto)
  async enableTotp(
    @Body() body: PasswordDto,
    @CurrentSignIn() signedIn: SignedIn,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.factors.enableTotp(body, { signedIn, exchange }));
  }

  @Post('two-factor/confirm')
  @HttpCode(200)
  @ApiAccountResponse('Confirm an authenticator app by a code of it.', doneComponent)
  @ApiJsonBody(TotpCodeDto)
  async confirmTotp(
    @Body() body: TotpCodeDto,
    @CurrentSignIn() signedIn: SignedIn,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.factors.confirmTotp(body, { signedIn, exchange }));
  }

  @Post('two-factor/generate-backup-codes')
  @HttpCode(200)
  @ApiAccountResponse('Replace the recovery codes.', recoveryCodesComponent)
  @ApiJsonBody(PasswordDto)
  async renewRecoveryCodes(
    @Body() body: PasswordDto,
    @CurrentSignIn() signedIn: SignedIn,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.factors.renewRecoveryCodes(body, { signedIn, exchange }));
  }

  @Post('two-factor/disable')
  @HttpCode(200)
  @ApiAccountResponse('Remove the authenticator app, and end all sessions.', doneComponent)
  async disableTotp(@CurrentSignIn() signedIn: SignedIn): Promise<Representation> {
    return asJson(await this.factors.disableTotp(signedIn));
  }

  @Get('passkey/generate-register-options')
  @ApiAccountResponse('What a browser needs to make a passkey.', passkeyOptionsComponent)
  async newPasskeyOptions(
    @CurrentSignIn() signedIn: SignedIn,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.factors.newPasskeyOptions({ signedIn, exchange }));
  }

  @Post('passkey/verify-registration')
  @HttpCode(200)
  @ApiAccountResponse('Add a passkey that a browser has made.', doneComponent)
  @ApiJsonBody(NewPasskeyDto)
  async addPasskey(
    @Body() body: NewPasskeyDto,
    @CurrentSignIn() signedIn: SignedIn,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.factors.addPasskey(body, { signedIn, exchange }));
  }

  @Get('passkey/list-user-passkeys')
  @ApiAccountResponse('Your passkeys.', passkeysComponent)
  async listPasskeys(@CurrentSignIn() signedIn: SignedIn): Promise<Representation> {
    return asJson(await this.factors.listPasskeys(signedIn));
  }

  @Post('passkey/delete-passkey')
  @HttpCode(200)
  @ApiAccountResponse('Remove a passkey, and end all sessions.', doneComponent)
  @ApiJsonBody(PasskeyIdDto)
  async removePasskey(
    @Body() { id }: PasskeyIdDto,
    @CurrentSignIn() signedIn: SignedIn,
  ): Promise<Representation> {
    return asJson(await this.factors.removePasskey(id, signedIn));
  }
}

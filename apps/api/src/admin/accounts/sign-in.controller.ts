import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { ApiAccountResponse } from '../../http/openapi/api-account-response.decorator.ts';
import { ApiJsonBody } from '../../http/openapi/api-response.decorator.ts';
import { CurrentExchange, type Exchange } from '../sign-ins/exchange.ts';
import {
  PasskeyResponseDto,
  PasswordRequestDto,
  RecoveryCodeDto,
  SignInDto,
  TotpCodeDto,
} from './accounts.dto.ts';
import {
  doneComponent,
  passkeyOptionsComponent,
  signInOfferComponent,
  signInStateComponent,
} from './accounts.schema.ts';
import { PasswordRequestService } from './password-request.service.ts';
import { SignInService } from './sign-in.service.ts';

@ApiTags('Accounts')
@Controller('v1/auth')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly passwordRequests: PasswordRequestService,
  ) {}

  @Get('offer')
  @ApiAccountResponse('What the page for signing in can offer.', signInOfferComponent)
  offer(): Representation {
    return asJson(this.passwordRequests.offer());
  }

  @Post('request-password-reset')
  @HttpCode(200)
  @ApiAccountResponse(
    'Have a link for another password mailed. The response does not tell whether there is an account.',
    doneComponent,
  )
  @ApiJsonBody(PasswordRequestDto)
  async requestPassword(
    @Body() { email }: PasswordRequestDto,
    @CurrentExchange() { ip }: Exchange,
  ): Promise<Representation> {
    return asJson(await this.passwordRequests.request(email, ip));
  }

  @Post('sign-in/email')
  @HttpCode(200)
  @ApiAccountResponse('Sign in with a password; a code may have to follow.', signInStateComponent)
  @ApiJsonBody(SignInDto)
  async withPassword(
    @Body() body: SignInDto,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.signIns.withPassword(body, exchange));
  }

  @Post('two-factor/verify-totp')
  @HttpCode(200)
  @ApiAccountResponse('Follow a password with the code of an app.', signInStateComponent)
  @ApiJsonBody(TotpCodeDto)
  async withTotp(
    @Body() body: TotpCodeDto,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.signIns.withCode('/two-factor/verify-totp', body, exchange));
  }

  @Post('two-factor/verify-backup-code')
  @HttpCode(200)
  @ApiAccountResponse('Follow a password with a recovery code.', signInStateComponent)
  @ApiJsonBody(RecoveryCodeDto)
  async withRecoveryCode(
    @Body() body: RecoveryCodeDto,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.signIns.withCode('/two-factor/verify-backup-code', body, exchange));
  }

  @Get('passkey/generate-authenticate-options')
  @ApiAccountResponse('What a browser needs to use a passkey.', passkeyOptionsComponent)
  async passkeyOptions(@CurrentExchange() exchange: Exchange): Promise<Representation> {
    return asJson(await this.signIns.passkeyOptions(exchange));
  }

  @Post('passkey/verify-authentication')
  @HttpCode(200)
  @ApiAccountResponse('Sign in with a passkey.', signInStateComponent)
  @ApiJsonBody(PasskeyResponseDto)
  async withPasskey(
    @Body() body: PasskeyResponseDto,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.signIns.withPasskey(body, exchange));
  }

  @Post('sign-out')
  @HttpCode(200)
  @ApiAccountResponse('End this session.', signInStateComponent)
  async signOut(@CurrentExchange() exchange: Exchange): Promise<Representation> {
    return asJson(await this.signIns.signOut(exchange));
  }
}

import { Module } from '@nestjs/common';
import { OneTimeLinkService } from './accounts/one-time-link.service.ts';
import { OneTimeLinksController } from './accounts/one-time-links.controller.ts';
import { OwnAccountController } from './accounts/own-account.controller.ts';
import { OwnAccountService } from './accounts/own-account.service.ts';
import { PasswordRequestService } from './accounts/password-request.service.ts';
import { SecondFactorController } from './accounts/second-factor.controller.ts';
import { SecondFactorService } from './accounts/second-factor.service.ts';
import { SignInController } from './accounts/sign-in.controller.ts';
import { SignInService } from './accounts/sign-in.service.ts';
import { AdminModule } from './admin.module.ts';
import { ProviderController } from './provider/provider.controller.ts';
import { ProviderService } from './provider/provider.service.ts';
import { SessionController } from './session/session.controller.ts';
import { AccountRetention } from './sign-ins/account-retention.service.ts';
import { AuthRequests } from './sign-ins/auth-requests.ts';
import { CredentialMails } from './sign-ins/credential-mails.ts';
import { Throttle } from './sign-ins/throttle.service.ts';
import { TokensController } from './tokens/tokens.controller.ts';
import { TokensService } from './tokens/tokens.service.ts';
import { UsersController } from './users/users.controller.ts';
import { UsersService } from './users/users.service.ts';

/** Signing in, accounts and access tokens. */
@Module({
  imports: [AdminModule],
  controllers: [
    OneTimeLinksController,
    OwnAccountController,
    ProviderController,
    SecondFactorController,
    SessionController,
    SignInController,
    TokensController,
    UsersController,
  ],
  providers: [
    AccountRetention,
    AuthRequests,
    CredentialMails,
    OneTimeLinkService,
    OwnAccountService,
    PasswordRequestService,
    ProviderService,
    SecondFactorService,
    SignInService,
    Throttle,
    TokensService,
    UsersService,
  ],
})
export class AccountsModule {}

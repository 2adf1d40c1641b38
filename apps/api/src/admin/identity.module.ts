import { type DynamicModule, Module } from '@nestjs/common';
import {
  AccessTokenRepository,
  AccountRepository,
  AccountRetentionRepository,
  Authentication,
  CredentialRepository,
  IDENTITY_OPTIONS,
  type IdentityOptions,
  OneTimeLinkRepository,
  PasskeyRepository,
  PasswordHasher,
  SessionRepository,
  SpentCodeRepository,
  ThrottleRepository,
} from '#identity';

const services = [
  AccessTokenRepository,
  AccountRepository,
  AccountRetentionRepository,
  Authentication,
  CredentialRepository,
  OneTimeLinkRepository,
  PasskeyRepository,
  PasswordHasher,
  SessionRepository,
  SpentCodeRepository,
  ThrottleRepository,
];

/** The accounts of those who keep the records, for all that is done with them. */
@Module({})
export class IdentityModule {
  static register(options: IdentityOptions): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      providers: [{ provide: IDENTITY_OPTIONS, useValue: options }, ...services],
      exports: [IDENTITY_OPTIONS, ...services],
    };
  }
}

import { createHmac } from 'node:crypto';
import { type DynamicModule, Module } from '@nestjs/common';

/** The token of the configured public URL, null if there is none. */
export const PUBLIC_URL = Symbol('PUBLIC_URL');

/** The token of a function that signs short texts: what it signed is known again on every server. */
export const SIGN = Symbol('SIGN');

/** Returns the signature of a text, in base64url. */
export type Sign = (text: string) => string;

interface SecurityOptions {
  publicUrl: string | undefined;
  /** Shared by all servers of a site. */
  secret: string;
}

/** What guards and forms need to know. */
@Module({})
export class SecurityModule {
  static register({ publicUrl, secret }: SecurityOptions): DynamicModule {
    // A key of its own, so that no signature of a form is one of accounts.
    const key = createHmac('sha256', secret).update('signatures of public forms').digest();
    const sign: Sign = (text) => createHmac('sha256', key).update(text).digest('base64url');
    return {
      module: SecurityModule,
      global: true,
      providers: [
        { provide: PUBLIC_URL, useValue: publicUrl ?? null },
        { provide: SIGN, useValue: sign },
      ],
      exports: [PUBLIC_URL, SIGN],
    };
  }
}

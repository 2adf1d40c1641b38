import { type DynamicModule, Module } from '@nestjs/common';

/** The token of the configured public URL, null if there is none. */
export const PUBLIC_URL = Symbol('PUBLIC_URL');

/** What guards need to know. */
@Module({})
export class SecurityModule {
  static register(publicUrl: string | undefined): DynamicModule {
    return {
      module: SecurityModule,
      global: true,
      providers: [{ provide: PUBLIC_URL, useValue: publicUrl ?? null }],
      exports: [PUBLIC_URL],
    };
  }
}

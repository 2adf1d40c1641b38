import { type DynamicModule, Module } from '@nestjs/common';
import { ConsoleController } from './console.controller.ts';
import { CONSOLE_FILES, type ConsoleFiles } from './console-files.ts';

/** The pages of apps/admin. */
@Module({})
export class ConsoleModule {
  static register(files: ConsoleFiles): DynamicModule {
    return {
      module: ConsoleModule,
      controllers: [ConsoleController],
      providers: [{ provide: CONSOLE_FILES, useValue: files }],
    };
  }
}

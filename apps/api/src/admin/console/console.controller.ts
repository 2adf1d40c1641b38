import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Representation } from '../../http/negotiation/representation.ts';
import { CONSOLE_FILES, type ConsoleFiles } from './console-files.ts';

const HTML = 'text/html; charset=utf-8';

/** The page of the console, whose script decides by the path what it shows. */
@ApiExcludeController()
@Controller('admin')
export class ConsoleController {
  constructor(@Inject(CONSOLE_FILES) private readonly files: ConsoleFiles) {}

  @Get(['', '*'])
  page(): Representation {
    return new Representation(HTML, this.files.page);
  }
}

import { Injectable, type PipeTransform } from '@nestjs/common';
import { NotFoundError } from './problems.ts';

const NAME = /^[A-Za-z0-9-]{1,200}$/;

/** The id or slug in a path: what cannot be one is not there, without asking the database. */
@Injectable()
export class NamePipe implements PipeTransform<string, string> {
  /** @throws NotFoundError for a text that no id or slug can be */
  transform(name: string): string {
    if (NAME.test(name)) return name;
    throw new NotFoundError('There is nothing of that name.');
  }
}

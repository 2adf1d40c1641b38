import { Injectable, type PipeTransform } from '@nestjs/common';
import { NotFoundError } from './problems.ts';

const NAME = /^[A-Za-z0-9-]{1,200}$/;

/**
 * Validates the id or slug in a path; malformed ones are not found without querying the database.
 */
@Injectable()
export class NamePipe implements PipeTransform<string, string> {
  /** @throws NotFoundError for text that cannot be an id or slug */
  transform(name: string): string {
    if (NAME.test(name)) return name;
    throw new NotFoundError('There is nothing of that name.');
  }
}

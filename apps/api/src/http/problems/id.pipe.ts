import { Injectable, type PipeTransform } from '@nestjs/common';
import { validate } from 'uuid';
import { NotFoundError } from './problems.ts';

/** Validates the id in a path; what is no UUID is not found without querying the database. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  /** @throws NotFoundError for text that cannot be an id */
  transform(id: string): string {
    if (validate(id)) return id.toLowerCase();
    throw new NotFoundError('There is nothing of that id.');
  }
}

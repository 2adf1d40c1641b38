import { Injectable, type PipeTransform } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { NotFoundError } from '../../http/problems/problems.ts';

/** Validates the id in a path; what is none is not found. */
@Injectable()
export class UuidPipe implements PipeTransform<string, string> {
  /** @throws NotFoundError for text that is no id */
  transform(id: string): string {
    if (isUuid(id)) return id.toLowerCase();
    throw new NotFoundError('There is no such record.');
  }
}

/** Validates the number of a revision in a path; what is none is not found. */
@Injectable()
export class RevisionPipe implements PipeTransform<string, string> {
  /** @throws NotFoundError for text that is no number of a revision */
  transform(revision: string): string {
    if (/^[1-9][0-9]{0,17}$/.test(revision)) return revision;
    throw new NotFoundError('There is no such revision.');
  }
}

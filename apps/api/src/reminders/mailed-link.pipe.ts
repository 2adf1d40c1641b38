import { Injectable, type PipeTransform } from '@nestjs/common';
import { isLanguage } from '#site';
import { NotFoundError } from '../http/problems/problems.ts';
import type { MailedLink } from './confirmation.service.ts';

/** Reads the parameters of the pages behind mailed links. */
@Injectable()
export class MailedLinkPipe implements PipeTransform<Record<string, string>, MailedLink> {
  /** @throws NotFoundError for a language that there is not */
  transform({ language = '', token = '' }: Record<string, string>): MailedLink {
    if (!isLanguage(language)) throw new NotFoundError('There is no such page.');
    return { language, token };
  }
}

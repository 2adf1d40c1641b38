import { Injectable } from '@nestjs/common';
import { type NewSuggestion, SuggestionRepository } from '#directory';
import { NotFoundError, TooManyError } from '../../http/problems/problems.ts';
import { SenderLimit } from './sender-limit.ts';

/** Stores what readers report. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly suggestions: SuggestionRepository,
    private readonly limit: SenderLimit,
  ) {}

  /**
   * @param sender the IP address of the client, which is neither stored nor logged
   * @throws NotFoundError when there is no such record, TooManyError when a limit is reached
   */
  async add(suggestion: NewSuggestion, sender: string): Promise<void> {
    if (this.limit.isExceeded(sender)) {
      throw new TooManyError('Too much has come from you in this hour: try again later.');
    }
    const result = await this.suggestions.add(suggestion);
    if (result === 'unknown') {
      throw new NotFoundError(`There is no ${suggestion.kind} named ${suggestion.slug}.`);
    }
    if (result === 'full') {
      throw new TooManyError('Too much has come in this hour: try again later.');
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { ProblemField } from '#contract';
import type { ListingFilter, TagDictionary } from '#directory';
import { serviceTypesOf, withPhoneDigits } from '#rules';
import { InvalidRequestError } from '../../../http/problems/problems.ts';
import { Clock } from '../state/clock.ts';
import { VocabularyService } from '../state/vocabulary.service.ts';
import type { ListingFilterDto } from './listing-filter.dto.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export interface ParsedListingFilter {
  filter: ListingFilter;
  tags: TagDictionary;
}

/** Converts the filters of a request into those of the directory. */
@Injectable()
export class ListingFilterService {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidRequestError naming each code that is not in the vocabulary */
  async parse(dto: ListingFilterDto): Promise<ParsedListingFilter> {
    const { tags, known } = await this.vocabulary.current();
    const unknown = [
      ...unknownCodes('service', dto.service, known.service),
      ...unknownCodes('region', dto.region, known.region),
      ...unknownCodes('serves', dto.serves, known.region),
    ];
    if (unknown.length > 0) throw new InvalidRequestError(unknown);
    const now = this.clock.now();
    const filter: ListingFilter = {
      service: dto.service ?? [],
      region: dto.region ?? [],
      serves: dto.serves ?? [],
      language: dto.language ?? [],
      cost: dto.cost ?? [],
      accepts: dto.accepts ?? [],
      status: dto.status ?? [],
      openAt: dto.open_now ? now : null,
      openAtLocal: dto.open_at ?? null,
      remote: dto.remote ?? false,
      verifiedSince: dto.verified_within_days ? daysBefore(now, dto.verified_within_days) : null,
    };
    return { filter, tags };
  }
}

/** To the beginning of the minute. */
function daysBefore(now: Date, days: number): Date {
  const then = now.getTime() - days * DAY_MS;
  return new Date(then - (then % MINUTE_MS));
}

/** Returns a problem that names the codes missing from the vocabulary. */
export function unknownCodes(
  name: string,
  requested: string[] | undefined,
  known: string[],
): ProblemField[] {
  const unknown = (requested ?? []).filter((code) => !known.includes(code));
  if (unknown.length === 0) return [];
  return [
    { name, detail: `${unknown.join(', ')} is not known here. Known are ${known.join(', ')}.` },
  ];
}

/**
 * Splits text into words that contain a letter or a digit; null when there are none. A word that means
 * kinds of help has their codes behind it, any of which will do: `abogado|legal`.
 */
export function parseSearchWords(text: string | undefined): string[] | null {
  const words = withPhoneDigits(text ?? '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => [word, ...serviceTypesOf(word)].join('|'));
  return words.length > 0 ? words : null;
}

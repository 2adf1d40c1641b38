import { Injectable } from '@nestjs/common';
import { MAX_SNAPSHOT_LISTINGS } from '#contract';
import { SnapshotRepository, type SnapshotRows } from '#directory';
import { InvalidRequestError } from '../../http/problems/problems.ts';
import { unknownCodes } from '../shared/listing-filter/listing-filter.service.ts';
import { ListingIndexService } from '../shared/listing-index/listing-index.service.ts';
import { VocabularyService } from '../shared/state/vocabulary.service.ts';
import type { SnapshotDto } from './snapshot.dto.ts';

/** Returns the complete directory, for clients that search it offline. */
@Injectable()
export class SnapshotService {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly index: ListingIndexService,
    private readonly snapshots: SnapshotRepository,
  ) {}

  /**
   * @throws InvalidRequestError for an unknown region, or when there are too many listings without
   * one
   */
  async read({
    since,
    region = [],
    sources = true,
    translations,
  }: SnapshotDto): Promise<SnapshotRows> {
    const { tags, known } = await this.vocabulary.current();
    const problems = unknownCodes('region', region, known.region);
    if (problems.length > 0) throw new InvalidRequestError(problems);
    const regions = tags.members(region);
    const terms = [tags.term('region', regions), tags.term('serves', regions)];
    const query = terms.filter((term) => term !== null).join('|') || null;
    const listings = (await this.index.current()).matcher(tags);
    if (listings.countServing(region) > MAX_SNAPSHOT_LISTINGS) {
      const detail = `Name fewer regions: a snapshot holds at most ${MAX_SNAPSHOT_LISTINGS} listings.`;
      throw new InvalidRequestError([{ name: 'region', detail }]);
    }
    return await this.snapshots.read({
      since: since ?? null,
      tags: query,
      sources,
      languages: translations ?? null,
    });
  }
}

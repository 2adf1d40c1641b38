import { Injectable } from '@nestjs/common';
import { GuideRepository, type GuideRow } from '#directory';
import { FormerNameService } from '../shared/former-names/former-name.service.ts';

/** Finds guides. */
@Injectable()
export class GuidesService {
  constructor(
    private readonly guides: GuideRepository,
    private readonly formerNames: FormerNameService,
  ) {}

  async all(): Promise<GuideRow[]> {
    return await this.guides.all();
  }

  /** @throws RenamedError for a former name, NotFoundError when there is no such guide */
  async one(slug: string): Promise<GuideRow> {
    const row = await this.guides.one(slug);
    if (row) return row;
    return await this.formerNames.redirectOrFail('guide', slug, 'There is no guide of that name.');
  }
}

import { Injectable } from '@nestjs/common';
import type { SavedView } from '#contract';
import { SavedViewRepository } from '#editorial';
import type { Actor } from '#identity';
import { ConflictError, NotFoundError } from '../../http/problems/problems.ts';

/** The views of the list of records that an account has stored. */
@Injectable()
export class SavedViewsService {
  constructor(private readonly views: SavedViewRepository) {}

  async list({ id }: Actor): Promise<{ items: SavedView[] }> {
    return { items: await this.views.list(id) };
  }

  /** @throws ConflictError for too many */
  async store({ name, query }: Omit<SavedView, 'id'>, actor: Actor): Promise<SavedView> {
    const stored = await this.views.store(actor.id, { name: name.trim(), query });
    if (!stored) throw new ConflictError('You have 50 views: remove one first.');
    return stored;
  }

  /** @throws NotFoundError when the account has no such view */
  async remove(id: string, actor: Actor): Promise<{ id: string }> {
    if (await this.views.remove(actor.id, id)) return { id };
    throw new NotFoundError('You have no such view.');
  }
}

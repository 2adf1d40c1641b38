import { Injectable } from '@nestjs/common';
import { FormerNameRepository, type NamedKind } from '#directory';
import { type NameInRequest, RenamedError } from '../../../http/problems/moved.ts';
import { NotFoundError } from '../../../http/problems/problems.ts';

/** Redirects requests that name a record as it was called before. */
@Injectable()
export class FormerNameService {
  constructor(private readonly names: FormerNameRepository) {}

  /** @throws RenamedError when a record had the name before */
  async redirectFormer(kind: NamedKind, requested: NameInRequest): Promise<void> {
    const present = await this.names.presentSlug(kind, requested.name);
    if (present !== null) throw new RenamedError(requested, present);
  }

  /**
   * Call it for a name in the path that nothing has.
   *
   * @param detail says what does not exist
   * @throws RenamedError when a record had the name before, else NotFoundError
   */
  async redirectOrFail(kind: NamedKind, name: string, detail: string): Promise<never> {
    await this.redirectFormer(kind, { name });
    throw new NotFoundError(detail);
  }
}

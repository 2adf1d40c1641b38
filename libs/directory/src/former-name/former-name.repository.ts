import { Injectable } from '@nestjs/common';
import { DatabaseReader } from '#database';
import type { NamedKind } from './former-names.ts';

/** Of a slug or an id. */
const NAME = /^[a-z0-9-]{1,200}$/;

const ENTRIES = `(SELECT id, slug FROM directory_card WHERE kind = $1)`;
const PUBLISHED: Record<NamedKind, string> = {
  listing: 'listing',
  organization: ENTRIES,
  help_line: ENTRIES,
  facility: ENTRIES,
  guide: 'guide',
};

/** Finds what former names lead to. */
@Injectable()
export class FormerNameRepository {
  constructor(private readonly db: DatabaseReader) {}

  /**
   * Returns the present slug of what had a slug before, or an id that was merged into it; null for
   * any other name, also for one that is in use.
   */
  async presentSlug(kind: NamedKind, name: string): Promise<string | null> {
    if (!NAME.test(name)) return null;
    const [row] = await this.db.query<{ slug: string }[]>(
      `SELECT present.slug FROM former_name
         JOIN ${PUBLISHED[kind]} AS present ON present.id = record_id
        WHERE former_name.kind = $1 AND former_name.name = $2
          AND NOT EXISTS (SELECT FROM ${PUBLISHED[kind]} AS holder WHERE holder.slug = $2)`,
      [kind, name],
    );
    return row?.slug ?? null;
  }
}

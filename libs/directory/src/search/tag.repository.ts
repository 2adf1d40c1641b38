import { Injectable } from '@nestjs/common';
import { DatabaseReader } from '#database';
import { TagDictionary } from './tag-dictionary.ts';

/** Reads the stored tags. */
@Injectable()
export class TagRepository {
  constructor(private readonly db: DatabaseReader) {}

  async dictionary(): Promise<TagDictionary> {
    const tags = await this.db.query<{ id: number; name: string }[]>(
      `SELECT id, kind || ':' || code AS name FROM tag`,
    );
    const groups = await this.db.query<{ code: string; members: string[] }[]>(
      `SELECT code, members FROM region WHERE kind = 'group'`,
    );
    return new TagDictionary(
      new Map(tags.map(({ id, name }) => [name, id])),
      new Map(groups.map(({ code, members }) => [code, members])),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { DatabaseReader } from '#database';

/** Reads the sequence number of the last committed change to the directory. */
@Injectable()
export class ChangeSequenceRepository {
  constructor(private readonly db: DatabaseReader) {}

  async last(): Promise<number> {
    const [row] = await this.db.query<{ last: string }[]>(
      `SELECT coalesce(max(seq), 0)::text AS last FROM change`,
    );
    return Number(row?.last ?? 0);
  }
}

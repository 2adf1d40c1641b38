import { Injectable } from '@nestjs/common';
import { DatabaseReader } from '#database';

/** Reads the sequence number of the last committed change to the directory. */
@Injectable()
export class ChangeSequenceRepository {
  constructor(private readonly db: DatabaseReader) {}

  /** What is read after it is at least as new. */
  async last(): Promise<number> {
    return await this.db.newest(`SELECT coalesce(max(seq), 0)::text AS number FROM change`);
  }
}

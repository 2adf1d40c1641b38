import { Injectable } from '@nestjs/common';
import type { MapPoint } from '#contract';
import { DatabaseReader } from '#database';

/** Reads what a map shows of single listings. */
@Injectable()
export class MapPinRepository {
  constructor(private readonly db: DatabaseReader) {}

  /** Returns the pins of listings by their ids, without those that there are no more. */
  async pins(ids: string[]): Promise<Map<string, MapPoint>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.prepared<{ id: string; pin: string }[]>(
      `SELECT id, pin FROM listing WHERE id = ANY($1::uuid[]) AND pin IS NOT NULL`,
      [ids],
    );
    return new Map(rows.map(({ id, pin }) => [id, JSON.parse(pin)]));
  }
}

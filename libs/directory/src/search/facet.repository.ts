import { Injectable } from '@nestjs/common';
import type { Region, ServiceType } from '#contract';
import { DatabaseReader } from '#database';

/** Reads the values of filters; how many listings each finds is counted by the listing index. */
@Injectable()
export class FacetRepository {
  constructor(private readonly db: DatabaseReader) {}

  /**
   * Returns the configured states and groups, and other states.
   *
   * @param others the codes of the other states
   */
  async regions(others: string[]): Promise<Omit<Region, 'count'>[]> {
    return await this.db.query<Omit<Region, 'count'>[]>(
      `SELECT code, kind, names, members FROM region
        WHERE page_position IS NOT NULL OR code = ANY($1::text[])
        ORDER BY page_position NULLS LAST, code`,
      [others],
    );
  }

  async serviceTypes(): Promise<Omit<ServiceType, 'count'>[]> {
    return await this.db.query<Omit<ServiceType, 'count'>[]>(
      `SELECT code, names, description AS definition FROM taxonomy_term ORDER BY position`,
    );
  }

  /** Returns the valid codes of the filters by service type and region. */
  async known(): Promise<{ service: string[]; region: string[] }> {
    const [row] = await this.db.query<{ service: string[]; region: string[] }[]>(
      `SELECT ARRAY(SELECT code FROM taxonomy_term ORDER BY position) AS service,
              ARRAY(SELECT code FROM region ORDER BY page_position NULLS LAST, code) AS region`,
    );
    return row ?? { service: [], region: [] };
  }
}

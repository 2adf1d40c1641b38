import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { MIGRATION_TABLE } from '#database';
import { migrations } from '#migrations';

const RESPONSE_LIMIT_MS = 2_000;

@Injectable()
export class ReadinessProbe {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Whether the database responds in time, has all migrations of this version, and has records. A
   * database that was emptied answers, too.
   */
  async databaseIsUsable(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), RESPONSE_LIMIT_MS);
    });
    try {
      return await Promise.race([this.hasRecords(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async hasRecords(): Promise<boolean> {
    const names = migrations.map(({ name }) => name);
    try {
      const [row] = await this.dataSource.query<{ usable: boolean }[]>(
        `SELECT EXISTS (SELECT FROM organization) AND EXISTS (SELECT FROM directory_card)
            AND (SELECT count(*) FROM ${MIGRATION_TABLE} WHERE name = ANY($1)) = $2 AS usable`,
        [names, names.length],
      );
      return row?.usable ?? false;
    } catch {
      return false;
    }
  }
}

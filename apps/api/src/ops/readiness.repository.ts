import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction, MIGRATION_TABLE } from '#database';
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
    try {
      return await inTransaction(this.dataSource, hasRecords, RESPONSE_LIMIT_MS);
    } catch {
      return false;
    }
  }
}

async function hasRecords(manager: EntityManager): Promise<boolean> {
  const names = migrations.map(({ name }) => name);
  const [row] = await manager.query<{ usable: boolean }[]>(
    `SELECT EXISTS (SELECT FROM organization) AND EXISTS (SELECT FROM directory_card)
        AND (SELECT count(*) FROM ${MIGRATION_TABLE} WHERE name = ANY($1)) = $2 AS usable`,
    [names, names.length],
  );
  return row?.usable ?? false;
}

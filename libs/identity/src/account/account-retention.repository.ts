import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Each with the column that says when a row is of no use any more. */
const EXPIRING = [
  ['account_session', 'expires_at'],
  ['account_verification', 'expires_at'],
  ['account_link', 'expires_at'],
  ['account_token', 'expires_at'],
  ['account_throttle', 'until'],
  ['account_spent_code', `spent_at + interval '1 hour'`],
] as const;

/** Deletes what is stored about sign-ins once it is of no use. */
@Injectable()
export class AccountRetentionRepository {
  constructor(private readonly dataSource: DataSource) {}

  async deleteExpired(now: Date): Promise<void> {
    for (const [table, end] of EXPIRING) {
      await this.dataSource.query(`DELETE FROM ${table} WHERE ${end} <= $1`, [now]);
    }
  }
}

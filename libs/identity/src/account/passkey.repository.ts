import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface PasskeyRow {
  id: string;
  name: string | null;
  created_at: Date | null;
  /** Whether it is stored in more than one place, as by a password manager. */
  backed_up: boolean;
}

/** The passkeys of accounts. */
@Injectable()
export class PasskeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  async listOf(userId: string): Promise<PasskeyRow[]> {
    return await this.dataSource.query<PasskeyRow[]>(
      `SELECT id, name, created_at, backed_up FROM account_passkey
        WHERE user_id = $1 ORDER BY created_at, id`,
      [userId],
    );
  }
}

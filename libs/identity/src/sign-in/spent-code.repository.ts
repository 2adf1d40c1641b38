import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Codes of authenticator apps that were used. */
@Injectable()
export class SpentCodeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Spends a code of an account. A code is valid for 90 seconds at most; the same figures may come
   * again later.
   * @returns whether it was unspent
   */
  async spend(userId: string, code: string, now: Date): Promise<boolean> {
    const spent = await this.dataSource.query<unknown[]>(
      `INSERT INTO account_spent_code (user_id, code, spent_at) VALUES ($1, $2, $3)
       ON CONFLICT (user_id, code) DO UPDATE SET spent_at = $3
         WHERE account_spent_code.spent_at < $3::timestamptz - interval '2 minutes'
       RETURNING user_id`,
      [userId, code, now],
    );
    return spent.length > 0;
  }
}

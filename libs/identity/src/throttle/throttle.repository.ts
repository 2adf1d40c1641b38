import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How often something was tried since `until` was set. */
export interface Attempts {
  count: number;
  /** When counting starts again. */
  until: Date;
}

/** Counts attempts, for all servers together. */
@Injectable()
export class ThrottleRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Counts one more attempt of what `key` stands for. */
  async count(key: Buffer, now: Date, windowMs: number): Promise<Attempts> {
    const [attempts] = await this.dataSource.query<Attempts[]>(
      `INSERT INTO account_throttle (key, count, until) VALUES ($1, 1, $3)
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN account_throttle.until <= $2 THEN 1
                      ELSE account_throttle.count + 1 END,
         until = CASE WHEN account_throttle.until <= $2 THEN $3 ELSE account_throttle.until END
       RETURNING count, until`,
      [key, now, new Date(now.getTime() + windowMs)],
    );
    return attempts as Attempts;
  }

  /** Makes an attempt not count, after all. */
  async takeBack(key: Buffer): Promise<void> {
    await this.dataSource.query(
      `UPDATE account_throttle SET count = count - 1 WHERE key = $1 AND count > 0`,
      [key],
    );
  }

  /** Starts counting again. */
  async clear(key: Buffer): Promise<void> {
    await this.dataSource.query(`DELETE FROM account_throttle WHERE key = $1`, [key]);
  }
}

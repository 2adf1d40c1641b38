import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SavedView } from '#contract';
import { inTransaction } from '#database';

/** So many views are as good as none. */
const MAX_VIEWS = 50;

/** The views of the list of records that people have stored for themselves. */
@Injectable()
export class SavedViewRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns the views of an account, by name. */
  async list(userId: string): Promise<SavedView[]> {
    return await this.dataSource.query<SavedView[]>(
      `SELECT id, name, query FROM saved_view WHERE user_id = $1 ORDER BY fold(name), id`,
      [userId],
    );
  }

  /**
   * Stores a view; one of the same name is replaced.
   *
   * @returns null: the account has too many
   */
  async store(userId: string, { name, query }: Omit<SavedView, 'id'>): Promise<SavedView | null> {
    return await inTransaction(this.dataSource, async (manager) => {
      const others = await manager.query<object[]>(
        `SELECT FROM saved_view WHERE user_id = $1 AND name <> $2`,
        [userId, name],
      );
      if (others.length >= MAX_VIEWS) return null;
      const [stored] = await manager.query<SavedView[]>(
        `INSERT INTO saved_view (user_id, name, query) VALUES ($1, $2, $3)
         ON CONFLICT (user_id, name) DO UPDATE SET query = excluded.query
         RETURNING id, name, query`,
        [userId, name, query],
      );
      return stored ?? null;
    });
  }

  /** @returns whether the account had it */
  async remove(userId: string, id: string): Promise<boolean> {
    const [rows] = await this.dataSource.query<[object[], number]>(
      `DELETE FROM saved_view WHERE id = $1 AND user_id = $2 RETURNING id`,
      [id, userId],
    );
    return rows.length > 0;
  }
}

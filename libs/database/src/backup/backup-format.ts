import { createHash, type Hash } from 'node:crypto';

/** The first line of a backup. */
export interface BackupHead {
  format: 'amparo-backup';
  version: 1;
  made_at: string;
  /** The names of the migrations that the database had. */
  migrations: string[];
  /** The last value of each sequence that was used. */
  sequences: Record<string, number>;
}

/**
 * A backup is a gzip file of lines of JSON: the head; for each table its start, arrays of rows as
 * PostgreSQL writes them (`table::text`, exact for every type), and its end with the number of rows and
 * the SHA-256 of their texts, each followed by a line feed; then `{ "complete": true }`.
 */
export type BackupLine =
  | BackupHead
  | { table: string; columns: string[] }
  | string[]
  | { end: string; rows: number; sha256: string }
  | { complete: true };

/** Counts and hashes the rows of a table. */
export class RowChecksum {
  private readonly hash: Hash = createHash('sha256');
  private rows = 0;

  add(rows: string[]): void {
    for (const row of rows) this.hash.update(row).update('\n');
    this.rows += rows.length;
  }

  end(): { rows: number; sha256: string } {
    return { rows: this.rows, sha256: this.hash.digest('hex') };
  }
}

import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Cluster, postgresOwner, postgresPrograms, startCluster } from './cluster.ts';

/** A server that follows another one, and can be held back. */
export interface Replica {
  url(database: string): string;
  /** From now on it serves the past: what its primary commits reaches it, and is not applied. */
  holdBack(): Promise<void>;
  /** Applies everything that its primary has committed until now, and what will follow. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL server that streams everything from a cluster. */
export async function startReplica(primary: Cluster): Promise<Replica> {
  const folder = mkdtempSync(join(tmpdir(), 'amparo-replica-'));
  const owner = postgresOwner();
  if (owner.uid !== undefined) chownSync(folder, owner.uid, Number(owner.gid));
  const backup = join(folder, 'data');
  const words = ['-D', backup, '-d', primary.url('postgres'), '-R', '-X', 'stream', '-c', 'fast'];
  execFileSync(join(String(postgresPrograms()), 'pg_basebackup'), words, { ...owner, cwd: folder });
  const cluster = await startCluster({ durable: false, from: backup });
  rmSync(folder, { recursive: true });
  const ask = async (on: Cluster, sql: string): Promise<string> => {
    const client = new pg.Client(on.url('postgres'));
    await client.connect();
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    await client.end();
    return String(rows[0]?.[0]);
  };
  return {
    url: cluster.url,
    holdBack: async () => {
      await ask(cluster, 'SELECT pg_wal_replay_pause()');
      while ((await ask(cluster, 'SELECT pg_get_wal_replay_pause_state()')) !== 'paused');
    },
    catchUp: async () => {
      const written = await ask(primary, 'SELECT pg_current_wal_lsn()');
      await ask(cluster, 'SELECT pg_wal_replay_resume()');
      const applied = `SELECT pg_last_wal_replay_lsn() >= '${written}'`;
      while ((await ask(cluster, applied)) !== 'true');
    },
    stop: () => cluster.stop(),
  };
}

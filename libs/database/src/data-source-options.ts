import type { Client } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import type { PoolExtras } from './read/read-pool.ts';

export interface DatabaseConnection {
  url: string;
  /** Streaming replicas for public reads; everything else goes to `url`. */
  replicaUrls?: readonly string[];
  /**
   * Size of the connection pool. With the embedded engine all connections share one session: while
   * one connection has an open transaction, every other query waits for its end, so a query of the
   * same request outside the transaction's manager would wait forever. Keep the pool small there
   * (4), and inside a transaction use only the transaction's manager.
   */
  poolSize: number;
  /** True for the embedded engine, whose connections share one session and its statement names. */
  oneSession?: boolean;
  entities?: DataSourceOptions['entities'];
  migrations?: DataSourceOptions['migrations'];
  /** How long public reads wait for a database that does not answer. */
  readLimitMs?: number;
  /** Maximum duration of one query; 0 (for migrations and imports) means no limit. */
  queryLimitMs?: number;
}

export const MIGRATION_TABLE = 'migration';
const CONNECT_LIMIT_MS = 10_000;
const QUERY_LIMIT_MS = 15_000;
const READ_LIMIT_MS = 2_500;

/** Builds the TypeORM options for both a PostGIS server and the embedded engine. */
export function dataSourceOptions(connection: DatabaseConnection): DataSourceOptions {
  const { url, replicaUrls = [], poolSize, queryLimitMs = QUERY_LIMIT_MS } = connection;
  const slaves = replicaUrls.map((replica) => ({ url: replica }));
  return {
    type: 'postgres',
    ...(slaves.length
      ? { replication: { master: { url }, slaves, defaultMode: 'master' } }
      : { url }),
    entities: connection.entities ?? [],
    migrations: connection.migrations ?? [],
    migrationsTableName: MIGRATION_TABLE,
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    poolSize,
    extra: {
      application_name: 'amparo',
      ...extrasOf(connection),
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      // A statement is sent though the one before it is not answered; the embedded engine waits.
      pipeline: !connection.oneSession,
      ...limits(connection.oneSession ?? false, queryLimitMs),
    },
  };
}

function extrasOf({ oneSession = false, readLimitMs }: DatabaseConnection): PoolExtras {
  return { oneSession, readLimitMs: readLimitMs ?? READ_LIMIT_MS };
}

// A server cancels slow queries itself; the embedded engine cannot, so there the client stops
// waiting. Reads have shorter limits (`ReadPool`).
function limits(oneSession: boolean, queryLimitMs: number): object {
  if (!queryLimitMs) return {};
  if (oneSession) return { query_timeout: queryLimitMs };
  return { statement_timeout: queryLimitMs, keepAlive: true, onConnect: watchForDisconnects };
}

/** A read that was given up is ended by the server within a second. Not every system can do that. */
async function watchForDisconnects(client: Client): Promise<void> {
  await client.query('SET client_connection_check_interval = 1000').catch(() => {});
}

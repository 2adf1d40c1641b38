import type { DataSourceOptions } from 'typeorm';

export interface DatabaseConnection {
  url: string;
  /** Streaming replicas, for public reads; everything else goes to `url`. */
  replicaUrls?: readonly string[];
  /**
   * Connections kept. The embedded engine has one session behind all of them: while one
   * connection has a transaction open every other query waits for its end, so a query of the
   * same request outside the transaction's manager would wait for ever. Keep the pool small
   * there (4), and inside a transaction use the transaction's manager alone.
   */
  poolSize: number;
  /** The embedded engine's: its connections share one session, and with it the names of statements. */
  oneSession?: boolean;
  entities?: DataSourceOptions['entities'];
  migrations?: DataSourceOptions['migrations'];
  /** How long one query may take; 0 (for migrations and imports) means without limit. */
  queryLimitMs?: number;
}

/** What the pool of a data source is told of it. */
export interface PoolExtras {
  /** False where connections share a session: a name would be taken by the first. */
  namedStatements: boolean;
}

export const MIGRATION_TABLE = 'migration';
const CONNECT_LIMIT_MS = 10_000;
const QUERY_LIMIT_MS = 15_000;

/** What TypeORM needs for a PostGIS server, and for the embedded engine alike. */
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
      namedStatements: !connection.oneSession,
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      ...limits(connection.oneSession ?? false, queryLimitMs),
    },
  };
}

// A server cancels a slow query itself; the embedded engine cannot, so there we stop waiting. Not
// for both: a timer for each query keeps its rows alive until the next full garbage collection.
function limits(oneSession: boolean, queryLimitMs: number): object {
  if (!queryLimitMs) return {};
  if (oneSession) return { query_timeout: queryLimitMs };
  return { statement_timeout: queryLimitMs, keepAlive: true };
}

import type { DataSourceOptions } from 'typeorm';

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
  /** Maximum duration of one query; 0 (for migrations and imports) means no limit. */
  queryLimitMs?: number;
}

/** Options of our own in the pool of a data source. */
export interface PoolExtras {
  /**
   * False if connections share a session, because a statement name can only be used once per
   * session.
   */
  namedStatements: boolean;
}

export const MIGRATION_TABLE = 'migration';
const CONNECT_LIMIT_MS = 10_000;
const QUERY_LIMIT_MS = 15_000;

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
      namedStatements: !connection.oneSession,
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      ...limits(connection.oneSession ?? false, queryLimitMs),
    },
  };
}

// A server cancels slow queries itself; the embedded engine cannot, so there the client stops
// waiting. We do not do both, because a timer per query keeps its rows alive until the next full
// collection.
function limits(oneSession: boolean, queryLimitMs: number): object {
  if (!queryLimitMs) return {};
  if (oneSession) return { query_timeout: queryLimitMs };
  return { statement_timeout: queryLimitMs, keepAlive: true };
}

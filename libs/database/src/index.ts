export { checkServer } from './check-server.ts';
export { type DatabaseConnection, dataSourceOptions } from './data-source-options.ts';
export { type DatabaseReader, retryingReader } from './database-reader.ts';
export {
  type EmbeddedEngine,
  type EmbeddedEngineOptions,
  startEmbeddedEngine,
} from './engine/embedded-engine.ts';
export {
  DatabaseStartError,
  DataFolderDamagedError,
  DataFolderLockedError,
  DataFolderTooNewError,
  DataFolderUnwritableError,
  EngineFailedError,
} from './engine/errors.ts';
export { inTransaction } from './in-transaction.ts';
export { checkSchema, migrate } from './migrate.ts';
export { isConnectionLoss, type RetryReadOptions, retryRead } from './retry-read.ts';
export { DatabaseServerError, SchemaTooNewError } from './server-errors.ts';
export { warmPool } from './warm-pool.ts';
export { withAdvisoryLock } from './with-advisory-lock.ts';

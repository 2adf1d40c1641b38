export { checkServer } from './check-server.ts';
export { dataSourceOptions } from './data-source-options.ts';
export { DatabaseReader, retryingReader } from './database-reader.ts';
export { startEmbeddedEngine } from './engine/embedded-engine.ts';
export { DatabaseStartError } from './engine/errors.ts';
export { inTransaction } from './in-transaction.ts';
export { migrate } from './migrate.ts';
export { warmPool } from './warm-pool.ts';
export { withAdvisoryLock } from './with-advisory-lock.ts';

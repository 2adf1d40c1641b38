import { fdatasyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { intarray } from '@electric-sql/pglite/contrib/intarray';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { postgis } from '@electric-sql/pglite-postgis';

const extensions = { postgis, pg_trgm, unaccent, intarray };
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
  // Makes deep recursion fail with an SQL error before the JavaScript engine's stack overflows,
  // where each of PostgreSQL's calls takes more space than it counts.
  ...['-c', 'max_stack_depth=800kB'],
];

/** Protocol 3.0, user and database "postgres". */
const STARTUP = wire(undefined, [0, 3, 0, 0], 'user\0postgres\0database\0postgres\0\0');
const SYNC = wire('S', [], '');
const ROLLBACK = wire('Q', [], 'ROLLBACK\0');
const PING = wire('Q', [], 'SELECT 1\0');
/** The status of the exception that represents an SQL error. */
const SQL_ERROR = 100;
const ERROR_RESPONSE = 'E'.charCodeAt(0);

/** The engine's only session, used through the PostgreSQL wire protocol. */
export class EngineSession {
  private midExchange = false;
  private checkpointedAt = '';

  private constructor(
    private readonly database: PGlite,
    private readonly crash: Crash,
    /** "18.6" */
    readonly version: string,
    /**
     * The startup response, the same for every client, so that new clients need not wait for a
     * turn.
     */
    readonly greeting: Buffer,
  ) {}

  /**
   * Opens the database in `folder`, creating it when the folder is empty or missing.
   * @throws {Error} with PostgreSQL's own message, if it gave one
   */
  static async open(folder: string): Promise<EngineSession> {
    let fatalMessage: string | undefined;
    const onStderr = (line: string): boolean => {
      fatalMessage = /(?:FATAL|PANIC): +(.*)/.exec(line)?.[1] ?? fatalMessage;
      return false;
    };
    const database = await PGlite.create(folder, { extensions, startParams, onStderr }).catch(
      (error: Error) => {
        throw new Error(fatalMessage ?? error.message);
      },
    );
    enableFsync(database);
    const crash = detectCrash(database);
    const { rows } = await database.query<{ server_version: string }>('SHOW server_version');
    const greeting = await execute(database, STARTUP);
    return new EngineSession(database, crash, rows[0]?.server_version ?? '', greeting);
  }

  /** True while a transaction, or a batch that was flushed before its end, is open. */
  get held(): boolean {
    return this.midExchange || this.database.isInTransaction();
  }

  /**
   * Runs complete messages and returns the engine's response.
   * @throws whatever WebAssembly throws when the engine is broken; SQL errors are in the response
   */
  async run(bytes: Uint8Array, endsExchange: boolean): Promise<Buffer> {
    this.midExchange = !endsExchange;
    return await this.execute(bytes);
  }

  /** Ends what a disconnected client left open. */
  async rollBack(): Promise<void> {
    this.midExchange = false;
    await this.execute(SYNC);
    if (this.database.isInTransaction()) await this.execute(ROLLBACK);
  }

  /** @throws when the engine cannot run a trivial query */
  async check(): Promise<void> {
    const bytes = await this.execute(PING);
    if (bytes[0] === ERROR_RESPONSE) throw new Error('the engine refuses every statement');
  }

  /**
   * Writes a checkpoint if anything was written since the last one. A single-user PostgreSQL never
   * does so automatically, so its write-ahead log would only grow.
   */
  async checkpoint(): Promise<void> {
    if ((await this.logPosition()) === this.checkpointedAt) return;
    await this.database.exec('CHECKPOINT');
    this.checkpointedAt = await this.logPosition();
  }

  async close(): Promise<void> {
    await this.database.close();
  }

  private async execute(bytes: Uint8Array): Promise<Buffer> {
    const response = await execute(this.database, bytes);
    if (this.crash.error) throw this.crash.error;
    return response;
  }

  private async logPosition(): Promise<string> {
    const { rows } = await this.database.query<{ at: string }>(
      'SELECT pg_current_wal_insert_lsn()::text AS at',
    );
    return rows[0]?.at ?? '';
  }
}

/** The error that crashed the engine, if any. */
interface Crash {
  error?: Error;
}

/**
 * Records crashes of the engine: the library ignores whatever WebAssembly throws and continues with
 * a broken engine. SQL errors are exceptions with a specific status.
 */
function detectCrash(database: PGlite): Crash {
  const crash: Crash = {};
  const engine = database.Module as unknown as { _PostgresMainLoopOnce(): void };
  const work = engine._PostgresMainLoopOnce;
  engine._PostgresMainLoopOnce = () => {
    try {
      work();
    } catch (error) {
      const { status } = error as { status?: number };
      if (status !== SQL_ERROR) crash.error ??= error as Error;
      throw error;
    }
  };
  return crash;
}

async function execute(database: PGlite, bytes: Uint8Array): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await database.execProtocolRawStream(bytes, {
    syncToFs: false,
    // The chunk is a view of the engine's memory, which the next message overwrites.
    onRawData: (chunk) => chunks.push(Buffer.from(chunk)),
  });
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
}

/**
 * Implements fsync, which the engine's file system ignores: without it a power failure could lose
 * committed data. With it the log is on disk before a commit is acknowledged.
 */
function enableFsync(database: PGlite): void {
  const { NODEFS } = database.Module.FS.filesystems as unknown as {
    NODEFS: { stream_ops: { fsync?: (stream: { nfd?: number }) => number } };
  };
  NODEFS.stream_ops.fsync = ({ nfd }) => {
    if (nfd !== undefined) fdatasyncSync(nfd);
    return 0;
  };
}

function wire(type: string | undefined, head: number[], body: string): Buffer {
  const content = Buffer.concat([Buffer.from(head), Buffer.from(body)]);
  const length = Buffer.alloc(4);
  length.writeInt32BE(content.length + 4);
  return Buffer.concat([Buffer.from(type ?? ''), length, content]);
}

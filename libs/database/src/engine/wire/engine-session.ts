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
  // A recursion then ends with an SQL error before the machine's stack does, which holds more than this
  // for each of PostgreSQL's calls.
  ...['-c', 'max_stack_depth=800kB'],
];

/** Protocol 3.0, user and database "postgres". */
const STARTUP = wire(undefined, [0, 3, 0, 0], 'user\0postgres\0database\0postgres\0\0');
const SYNC = wire('S', [], '');
const ROLLBACK = wire('Q', [], 'ROLLBACK\0');
const ASK = wire('Q', [], 'SELECT 1\0');
/** The status of the exception that an SQL error is. */
const SQL_ERROR = 100;
const ERROR_RESPONSE = 'E'.charCodeAt(0);

/** The engine's one session, spoken to in the bytes of the PostgreSQL protocol. */
export class EngineSession {
  private midExchange = false;
  private checkpointedAt = '';

  private constructor(
    private readonly database: PGlite,
    private readonly crash: Crash,
    /** "18.6" */
    readonly version: string,
    /** What every new client is greeted with; the same for all, so that none waits for a turn. */
    readonly greeting: Buffer,
  ) {}

  /**
   * Opens the database in `folder`, creating it when the folder is empty or missing.
   * @throws {Error} with what PostgreSQL itself said, when it said why it cannot
   */
  static async open(folder: string): Promise<EngineSession> {
    let complaint: string | undefined;
    const onStderr = (line: string): boolean => {
      complaint = /(?:FATAL|PANIC): +(.*)/.exec(line)?.[1] ?? complaint;
      return false;
    };
    const database = await PGlite.create(folder, { extensions, startParams, onStderr }).catch(
      (error: Error) => {
        throw new Error(complaint ?? error.message);
      },
    );
    syncFilesForReal(database);
    const crash = noticeCrash(database);
    const { rows } = await database.query<{ server_version: string }>('SHOW server_version');
    const greeting = await answer(database, STARTUP);
    return new EngineSession(database, crash, rows[0]?.server_version ?? '', greeting);
  }

  /** True while a transaction, or a batch that was flushed before its end, is open. */
  get held(): boolean {
    return this.midExchange || this.database.isInTransaction();
  }

  /**
   * Runs whole messages and returns the engine's answer.
   * @throws whatever WebAssembly throws when the engine is broken; SQL errors are in the answer
   */
  async run(bytes: Uint8Array, endsExchange: boolean): Promise<Buffer> {
    this.midExchange = !endsExchange;
    return await this.answer(bytes);
  }

  /** Ends what a client that is gone left open. */
  async rollBack(): Promise<void> {
    this.midExchange = false;
    await this.answer(SYNC);
    if (this.database.isInTransaction()) await this.answer(ROLLBACK);
  }

  /** @throws when the engine cannot answer the simplest question */
  async check(): Promise<void> {
    const bytes = await this.answer(ASK);
    if (bytes[0] === ERROR_RESPONSE) throw new Error('the engine refuses every statement');
  }

  /**
   * Brings the files up to date with the log, when anything was written since the last time.
   * A stand-alone PostgreSQL never does so by itself: its log would only grow.
   */
  async checkpoint(): Promise<void> {
    if ((await this.logPosition()) === this.checkpointedAt) return;
    await this.database.exec('CHECKPOINT');
    this.checkpointedAt = await this.logPosition();
  }

  async close(): Promise<void> {
    await this.database.close();
  }

  private async answer(bytes: Uint8Array): Promise<Buffer> {
    const answered = await answer(this.database, bytes);
    if (this.crash.error) throw this.crash.error;
    return answered;
  }

  private async logPosition(): Promise<string> {
    const { rows } = await this.database.query<{ at: string }>(
      'SELECT pg_current_wal_insert_lsn()::text AS at',
    );
    return rows[0]?.at ?? '';
  }
}

/** What ended the engine's work in the middle, once something did. */
interface Crash {
  error?: Error;
}

/**
 * The library goes on after whatever WebAssembly throws as if nothing had happened, with an engine
 * that is broken from then on. SQL errors come as exceptions with a status of their own.
 */
function noticeCrash(database: PGlite): Crash {
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

async function answer(database: PGlite, bytes: Uint8Array): Promise<Buffer> {
  const pieces: Buffer[] = [];
  await database.execProtocolRawStream(bytes, {
    syncToFs: false,
    // The piece is a view of the engine's memory, which the next message overwrites.
    onRawData: (piece) => pieces.push(Buffer.from(piece)),
  });
  return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
}

/**
 * The engine's file system ignores fsync, so that a power cut could lose what it called safe.
 * With this its log reaches the disk before each commit is answered.
 */
function syncFilesForReal(database: PGlite): void {
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

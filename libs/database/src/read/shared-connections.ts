import type { Pool, PoolClient } from 'pg';
import { borrow, closeAtOnce, giveBack } from './borrowed-client.ts';
import { type AnswerClock, SilentDatabaseError } from './silence-watch.ts';

/** Another connection is used only when so many reads wait on each: then the database is slower. */
const MAX_WAITING = 8;
/** Afterwards, more reads wait on each. */
const MAX_CONNECTIONS = 4;

/** A connection on which several reads wait, for whose statements the database answers in order. */
export interface SharedConnection extends AnswerClock {
  client: Promise<PoolClient>;
  readers: number;
  /** Why it must not be used again. */
  error?: Error;
}

/**
 * Connections on which reads send their statements without waiting for each other, each taken from
 * the pool by the first of them and given back by the last. Under load, several statements go out and
 * several answers come back with one system call, and PostgreSQL is woken up less often.
 */
export class SharedConnections {
  private readonly open: SharedConnection[] = [];

  constructor(private readonly pool: Pool) {}

  /** Returns one that has one more reader now. */
  join(): SharedConnection {
    const connection = this.free() ?? this.add() ?? this.leastUsed();
    connection.readers += 1;
    return connection;
  }

  leave(connection: SharedConnection): void {
    connection.readers -= 1;
    if (connection.readers > 0) return;
    this.close(connection);
    connection.client.then(
      (client) => giveBack(client, connection.error),
      () => {},
    );
  }

  /** No more reads join it, though others still wait on it. */
  fail(connection: SharedConnection, error: Error): void {
    connection.error ??= error;
    this.close(connection);
  }

  /** Everything that waits on it fails. */
  abandon(connection: SharedConnection, client: PoolClient): void {
    this.fail(connection, new SilentDatabaseError());
    closeAtOnce(client);
  }

  private free(): SharedConnection | undefined {
    return this.open.find(({ readers }) => readers < MAX_WAITING);
  }

  private add(): SharedConnection | undefined {
    if (this.open.length === MAX_CONNECTIONS) return undefined;
    const connection = { client: borrow(this.pool), readers: 0, lastAnswer: 0 };
    this.open.push(connection);
    return connection;
  }

  private leastUsed(): SharedConnection {
    return this.open.reduce((least, one) => (one.readers < least.readers ? one : least));
  }

  private close(connection: SharedConnection): void {
    const index = this.open.indexOf(connection);
    if (index >= 0) this.open.splice(index, 1);
  }
}

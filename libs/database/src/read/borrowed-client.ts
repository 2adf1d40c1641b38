import type { Duplex } from 'node:stream';
import type { Connection, Pool, PoolClient } from 'pg';

/** Takes a connection from a pool, which must be given back. */
export async function borrow(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  client.on('error', ignore);
  return client;
}

/** @param error with which the connection must not be used again */
export function giveBack(client: PoolClient, error?: Error): void {
  client.off('error', ignore);
  client.release(error);
}

/** Closes a connection although it waits for answers, which fails the statements that it has. */
export function closeAtOnce(client: PoolClient): void {
  // `end()` waits for the answers to all statements that were sent.
  socketOf(client).destroy();
}

/** Sends what follows with one system call at the end of this turn of the event loop. */
export function sendTogether(client: PoolClient): void {
  const socket = socketOf(client);
  if (socket.writableCorked > 0) return;
  socket.cork();
  setImmediate(() => socket.uncork());
}

function socketOf(client: PoolClient): Duplex {
  return (client as PoolClient & { connection: Connection }).connection.stream;
}

/** A connection that breaks fails the statements that it has, too. */
function ignore(): void {}

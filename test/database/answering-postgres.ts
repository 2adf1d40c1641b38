import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What the stand-in says: to a question that holds the text, one value, or no row for null. */
export interface Says {
  /** SQLSTATE with which it turns everybody away. */
  refusal?: string;
  answers?: [question: string, value: string | null][];
}

/**
 * Stands in for a PostgreSQL server that cannot be installed beside the one at hand: an older one,
 * one without PostGIS. Speaks as much of protocol 3.0 as one simple question takes.
 */
export async function answeringPostgres(
  says: Says,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server: Server = createServer((socket) => converse(socket, says));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgres://me:geheim@127.0.0.1:${port}/amparo`,
    stop: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

function converse(socket: Socket, { refusal, answers = [] }: Says): void {
  socket.once('data', () => {
    socket.on('data', (data) => {
      if (String.fromCharCode(data[0] as number) === 'Q') socket.write(answer(data, answers));
    });
    if (refusal) socket.end(message('E', `SFATAL\0C${refusal}\0Mno\0\0`));
    else socket.write(Buffer.concat([message('R', '\0\0\0\0'), READY]));
  });
}

function answer(question: Buffer, answers: [string, string | null][]): Buffer {
  const text = question.toString('latin1');
  const value = answers.find(([part]) => text.includes(part))?.[1] ?? null;
  const column = `\0\x01version\0${'\0'.repeat(6)}\0\0\0\x19\xff\xff\xff\xff\xff\xff\0\0`;
  const row = value === null ? [] : [message('D', `\0\x01\0\0\0${byte(value.length)}${value}`)];
  return Buffer.concat([message('T', column), ...row, message('C', 'SELECT 1\0'), READY]);
}

function message(type: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body, 'latin1')]);
}

const byte = (value: number) => String.fromCharCode(value);
const READY = message('Z', 'I');

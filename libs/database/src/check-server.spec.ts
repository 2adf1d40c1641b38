import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { checkServer } from './check-server.ts';

const RECENT: [string, string] = ['server_version_num', '150008'];

describe('a server that does not meet the requirements is refused in one sentence', () => {
  it.each<[string, Says, string]>([
    ['it refuses the password', { refusal: '28P01' }, 'it refuses the password'],
    [
      'it is too old',
      { answers: [['server_version_num', '140012']] },
      'is PostgreSQL 14: Amparo needs PostgreSQL 15 or newer',
    ],
    [
      'it has no PostGIS',
      { answers: [RECENT, ['postgis', null]] },
      'has no PostGIS: install PostGIS 3.3 or newer',
    ],
    [
      'its PostGIS is too old',
      { answers: [RECENT, ['postgis', '3.2.9']] },
      'has PostGIS 3.2.9: Amparo needs 3.3 or newer',
    ],
  ])('%s', async (_, says, sentence) => {
    const server = await answeringPostgres(says);
    const refused = checkServer(server.url);
    await expect(refused).rejects.toThrow(sentence);
    await expect(refused).rejects.toThrow(/^[^\n]*127\.0\.0\.1[^\n]*\.$/);
    await expect(refused).rejects.not.toThrow('geheim');
    await server.stop();
  });
});

it('accepts the oldest that will do', async () => {
  const server = await answeringPostgres({ answers: [RECENT, ['postgis', '3.3.0']] });
  await checkServer(server.url);
  await server.stop();
});

/** What the stand-in returns: for a query that contains the text, one value, or no row for null. */
interface Says {
  /** SQLSTATE that refuses every client. */
  refusal?: string;
  answers?: [query: string, value: string | null][];
}

/**
 * Stands in for a PostgreSQL server that cannot be installed next to the present one: an older one,
 * one without PostGIS. Speaks as much of protocol 3.0 as one simple query needs.
 */
async function answeringPostgres(says: Says): Promise<{ url: string; stop(): Promise<void> }> {
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

function answer(query: Buffer, answers: [string, string | null][]): Buffer {
  const text = query.toString('latin1');
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

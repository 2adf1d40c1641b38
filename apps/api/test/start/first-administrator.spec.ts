import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  newFolder,
  serverDatabase,
  type TestDatabase,
} from '../../../../test/database/test-databases.ts';
import { refusal, startServer, stopServer } from './start.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await serverDatabase();
});
afterAll(() => database?.drop());

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

describe('the first start', () => {
  it('puts the link for the first administrator and the secret into files that nobody else reads', async () => {
    const folder = join(newFolder(), 'data');
    const environment = { DATABASE_URL: database.url, AMPARO_DATA_DIR: folder };
    const running = await startServer(environment);
    const file = join(folder, 'first-administrator-link');
    const link = readFileSync(file, 'utf8').trim();
    expect(link.startsWith(`${running.address}/admin/set-up#`)).toBe(true);
    const secretFile = join(folder, 'accounts-secret');
    expect([modeOf(file), modeOf(secretFile)]).toEqual(['600', '600']);

    const body = { token: link.split('#')[1], name: 'Ana', email: 'ana@example.org' };
    const response = await fetch(`${running.address}/v1/auth/set-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: running.address },
      body: JSON.stringify({ ...body, password: 'four plain words here' }),
    });
    expect(response.status).toBe(200);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    await stopServer(running);

    const again = await startServer(environment);
    expect(existsSync(file)).toBe(false);
    const session = await fetch(`${again.address}/v1/admin/session`, { headers: { cookie } });
    expect(((await session.json()) as { user: { name: string } }).user.name).toBe('Ana');
    await stopServer(again);

    for (const { written } of [running, again]) {
      const told = written.out + written.err;
      expect(told).not.toContain(body.token);
      expect(told).not.toContain(readFileSync(secretFile, 'utf8').trim());
      expect(told).not.toContain('ana@example.org');
    }
    expect(running.written.out).toContain(`"file":"${file}"`);
    expect(again.written.out).not.toContain('first-administrator-link');
  });

  it('says in one sentence that the secret cannot be stored', async () => {
    const folder = join(newFolder(), 'data');
    mkdirSync(join(folder, 'accounts-secret'), { recursive: true });
    const environment = { DATABASE_URL: database.url, AMPARO_DATA_DIR: folder };
    expect(await refusal(environment)).toMatch(/set ACCOUNTS_SECRET/);
  });

  it('needs no file where the secret is configured', async () => {
    const file = join(newFolder(), 'a-file');
    writeFileSync(file, '');
    const ACCOUNTS_SECRET = 'x'.repeat(32);
    const environment = { DATABASE_URL: database.url, AMPARO_DATA_DIR: file, ACCOUNTS_SECRET };
    await stopServer(await startServer(environment));
    expect(await refusal({ ...environment, ACCOUNTS_SECRET: 'short' })).toMatch(
      /ACCOUNTS_SECRET must be at least 32/,
    );
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { newFolder } from '../../../../test/database/test-databases.ts';
import { inviteFirstAdministrator } from '../../src/bootstrap/first-administrator.ts';
import { Terminal } from '../../src/bootstrap/terminal.ts';
import { ConsoleClient } from '../accounts/console-client.ts';
import { PASSWORD, removeAccounts, setUp, tokenOf } from '../accounts/people.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();
afterEach(() => removeAccounts(at));

/** What is written to a terminal, and to the log, when a server has started. */
async function start(folder = newFolder()): Promise<{ shown: string; logged: string }> {
  const written = { shown: '', logged: '' };
  const terminal = new Terminal({
    isTTY: true,
    write: (text: string | Uint8Array) => {
      written.shown += text;
      return true;
    },
  });
  const log = pino(
    {},
    {
      write: (line: string) => {
        written.logged += line;
      },
    },
  );
  const parts = { log, terminal, dataFolder: folder, origin: 'https://amparo.test' };
  await inviteFirstAdministrator(at.app, parts);
  return written;
}

describe('on a terminal', () => {
  it('the link for the first administrator is shown, and neither logged nor stored', async () => {
    const folder = newFolder();
    const { shown, logged } = await start(folder);
    const link = /https:\/\/amparo\.test\/admin\/set-up#\S+/.exec(shown)?.[0] ?? '';
    expect(logged).toBe('');
    expect(existsSync(join(folder, 'first-administrator-link'))).toBe(false);
    const body = { name: 'Ana', email: 'ana@example.org', password: PASSWORD };
    const used = await new ConsoleClient(at).post('/v1/auth/set-up', {
      ...body,
      token: tokenOf(link),
    });
    expect(used.status).toBe(200);
  });

  it('nothing is shown where there is an administrator', async () => {
    await setUp(at);
    expect(await start()).toEqual({ shown: '', logged: '' });
  });
});

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { onServer } from '../../../../test/database/on-server.ts';
import {
  newFolder,
  serverDatabase,
  type TestDatabase,
} from '../../../../test/database/test-databases.ts';
import { startMailServer } from '../support/mail-server.ts';
import { startServer, stopServer } from './start.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await serverDatabase();
});
afterAll(() => database?.drop());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

it('a mail that a killed server has left is sent by the next one, once', async () => {
  const mails = await startMailServer();
  onTestFinished(() => mails.stop());
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const folder = join(newFolder(), 'data');
  const environment = {
    ...{ DATABASE_URL: database.url, AMPARO_DATA_DIR: folder, PORT: String(port) },
    ...{ PUBLIC_URL: address, SMTP_URL: mails.url, MAIL_FROM: 'amparo@example.org' },
  };
  const post = (path: string, body: object) =>
    fetch(`${address}/v1/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify(body),
    });

  const killed = await startServer(environment);
  const link = readFileSync(join(folder, 'first-administrator-link'), 'utf8').trim();
  const [email, password] = ['ana@example.org', 'four plain words here'];
  await post('set-up', { token: link.split('#')[1], name: 'Ana', email, password });
  const connected = mails.stall();
  expect((await post('request-password-reset', { email })).status).toBe(200);
  await connected;
  killed.process.kill('SIGKILL');
  await killed.exited;
  expect(mails.received).toEqual([]);

  // A minute later.
  await onServer(
    database.url,
    `UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '1 minute'`,
    `UPDATE pgboss.queue SET monitor_on = now() - interval '2 minutes',
       monitor_claim_on = now() - interval '2 minutes'`,
  );
  const next = await startServer(environment);
  // It has found the job, and would try again in half a minute.
  await onServer(database.url, `UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);
  const mail = await mails.next();
  expect(mail.receivers).toEqual([email]);
  const [, token] = /reset-password#([\w-]+)/.exec(mail.text) ?? [];
  const changed = await post('reset-password', { token, password: 'altogether other words' });
  expect(changed.status).toBe(200);
  await stopServer(next);
  expect(mails.received).toHaveLength(1);
  for (const { written } of [killed, next]) {
    expect(written.out + written.err).not.toContain(email);
    expect(written.out + written.err).not.toContain(token);
  }
});

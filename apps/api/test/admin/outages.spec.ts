import { serverDatabase, type TestDatabase } from '../../../../test/database/test-databases.ts';
import { ConsoleClient } from '../accounts/console-client.ts';
import { PASSWORD } from '../accounts/people.ts';
import { type DatabaseProxy, startDatabaseProxy } from '../support/database-proxy.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

let database: TestDatabase;
let proxy: DatabaseProxy;
let at: OwnTestApp;
beforeAll(async () => {
  database = await serverDatabase();
  proxy = await startDatabaseProxy(database.url);
  at = await startTestApp({}, { database: { url: proxy.url, drop: async () => {} } });
});
afterAll(async () => {
  await at?.stop();
  await proxy?.stop();
  await database?.drop();
});

it('signing in says that the database cannot be reached, and works when it can', async () => {
  const client = new ConsoleClient(at);
  const path = '/v1/auth/passkey/generate-authenticate-options';
  const attempts = async () => [
    (await client.get(path)).status,
    (await client.post('/v1/auth/sign-in/email', { email: 'a@example.org', password: PASSWORD }))
      .status,
  ];
  await proxy.refuse();
  expect(await attempts()).toEqual([503, 503]);
  await proxy.mend();
  expect(await attempts()).toEqual([200, 401]);
});

import { once } from 'node:events';
import { request as open } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type pg from 'pg';
import request from 'supertest';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { ChangeSequence } from '../../src/public/shared/state/change-sequence.ts';
import { captureStatements } from '../support/captured-statements.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

let at: OwnTestApp;
beforeAll(async () => {
  at = await startTestApp();
});
afterAll(async () => {
  await at?.stop();
});

// The number of the last change is known throughout: no request waits to read it.
beforeEach(async () => {
  await at.settle();
  const changes = at.app.get(ChangeSequence);
  const current = vi.spyOn(changes, 'current').mockReturnValue(changes.last);
  onTestFinished(() => current.mockRestore());
});

const pool = () => (at.db.driver as PostgresDriver).master as pg.Pool;

/** Takes every connection, so that whatever is asked of the database has to wait. */
async function takeConnections(): Promise<{ giveBack(): void }> {
  const taken = await Promise.all(
    Array.from({ length: pool().options.max }, async () => await pool().connect()),
  );
  return {
    giveBack: () => {
      for (const client of taken) client.release();
    },
  };
}

async function untilQueued(count: number): Promise<void> {
  while (pool().waitingCount < count) await new Promise((resolve) => setImmediate(resolve));
}

/** Sends a request, and hangs up when `hangUp` is called and the server has noticed it. */
async function visitor(path: string): Promise<{ hangUp(): Promise<void> }> {
  const server = at.app.getHttpServer();
  const { port } = server.address() as AddressInfo;
  const connected = once(server, 'connection') as Promise<[Socket]>;
  const sent = open({ port, path, host: '127.0.0.1', agent: false, headers: { accept: '*/*' } });
  sent.on('error', () => {});
  sent.end();
  const [socket] = await connected;
  return {
    hangUp: async () => {
      const noticed = once(socket, 'close');
      sent.destroy();
      await noticed;
    },
  };
}

it.each([
  ['a place is not looked for', '/v1/places?q=', 'phoenix'],
  ['nothing is looked for near it', '/v1/nearby?near=', 'mesa'],
  ['no facility is looked for near it', '/v1/facilities?near=', 'chandler'],
])('%s once nobody waits for it, and others are answered', async (_, path, other) => {
  const captured = captureStatements();
  onTestFinished(() => captured.stop());
  const { giveBack } = await takeConnections();
  const { hangUp } = await visitor(`${path}abandoned`);
  await untilQueued(1);
  const next = request(at.app.getHttpServer()).get(`/v1/places?q=${other}`);
  const answer = next.then(({ status }) => status);
  await untilQueued(2);
  await hangUp();
  giveBack();
  expect(await answer).toBe(200);
  const values = captured.take().flatMap((statement) => statement.values);
  expect(values).toContain(other);
  expect(values).not.toContain('abandoned');
});

it('an equal request is answered when the one that it waits for is abandoned', async () => {
  const captured = captureStatements();
  onTestFinished(() => captured.stop());
  const { giveBack } = await takeConnections();
  const path = '/v1/places?q=flagstaff';
  const { hangUp } = await visitor(path);
  await untilQueued(1);
  const equal = Array.from({ length: 5 }, () =>
    request(at.app.getHttpServer()).get(path).set({ accept: '*/*', 'accept-encoding': 'identity' }),
  );
  const answers = Promise.all(equal.map(async (one) => await one));
  // They wait by now: the server has answered what came after them.
  for (let n = 0; n < 30; n++) await at.api.get('/health/live');
  await hangUp();
  giveBack();
  for (const { status, body } of await answers) {
    expect([status, body.items[0].name]).toEqual([200, 'Flagstaff']);
  }
  // One of those that waited has asked for all of them.
  expect(captured.take().filter(({ values }) => values.includes('flagstaff'))).toHaveLength(1);
});

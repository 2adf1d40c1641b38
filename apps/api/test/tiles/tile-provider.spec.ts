import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { type Logger, pino } from 'pino';
import request, { type Response } from 'supertest';
import { newFolder } from '../../../../test/database/test-databases.ts';
import {
  aPicture,
  startTileServer,
  type TileServer,
  withPicture,
} from '../../../../test/tiles/tile-server.ts';
import { Clock } from '../../src/public/shared/state/clock.ts';
import { type OwnTestApp, startTestApp, type TestApp } from '../support/test-app.ts';

/** In El Paso, at zoom 14. */
const TILE = '/tiles/14/3345/6664';
const COORDINATES = /3345|6664|geheim/;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

interface TilesApp extends OwnTestApp {
  tile(path?: string, headers?: Record<string, string>): Promise<Response>;
  pass(milliseconds: number): void;
}

const folder = newFolder();
const written: string[] = [];
let tiles: TileServer;
let at: TilesApp;
let column = 2600;

/** A tile that nobody has asked for yet. */
const freshTile = (): string => `/tiles/14/${column++}/6700`;

async function start(environment: NodeJS.ProcessEnv = {}): Promise<TilesApp> {
  const app = await startTestApp(
    { AMPARO_DATA_DIR: folder, ...environment },
    { log: logInto(written) },
  );
  let now = Date.now();
  app.app.get(Clock).now = () => new Date(now);
  return {
    ...app,
    tile: async (path = freshTile(), headers = {}) =>
      await request(app.app.getHttpServer()).get(path).set(headers),
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** As `start`, for one test, which it ends with. */
async function startForTest(environment: NodeJS.ProcessEnv): Promise<TilesApp> {
  const app = await start(environment);
  onTestFinished(() => app.stop());
  return app;
}

const provided = () => ({
  STREETS_URL: tiles.url,
  STREETS_ATTRIBUTION: '© Test & Sons',
  // Longer than any machine takes: what is too slow is tested with less.
  STREETS_TIMEOUT_SECONDS: '30',
  PUBLIC_URL: 'https://amparo.example',
});

function logInto(lines: string[]): Logger {
  const stream = new PassThrough();
  stream.on('data', (line) => lines.push(String(line)));
  // Digits that mean nothing here could be those that are looked for.
  return pino({ level: 'debug', base: null, timestamp: false }, stream);
}

beforeAll(async () => {
  tiles = await startTileServer();
  at = await start(provided());
});
beforeEach(() => {
  tiles.behave(withPicture());
  // An outage of the test before is over.
  at.pass(10 * MINUTE_MS);
  tiles.asked.length = 0;
});
afterAll(async () => {
  await at?.stop();
  await tiles?.stop();
});

describe('a tile of a provider', () => {
  it('comes through this server, is for its own pages, and may be stored by nobody', async () => {
    const { status, headers, body } = await at.tile(TILE, { 'sec-fetch-site': 'same-origin' });
    expect([status, headers['content-type']]).toEqual([200, 'image/png']);
    expect(body).toEqual(aPicture());
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    for (const site of ['cross-site', 'same-site', 'none']) {
      expect((await at.tile(TILE, { 'sec-fetch-site': site })).status).toBe(404);
    }
  });

  it('is asked for by name, and tells the provider nothing of the visitor', async () => {
    await at.tile(undefined, {
      'user-agent': 'a-visitor',
      'accept-language': 'ht',
      'x-forwarded-for': '203.0.113.9',
      referer: 'https://amparo.example/ht/',
      cookie: 'a=b',
    });
    const { url, headers } = tiles.asked[0] ?? {};
    expect(url).toMatch(/^\/14\/26\d\d\/6700\.png\?key=geheim$/);
    expect(headers?.['user-agent']).toMatch(
      /^Amparo\/\d+\.\d+\.\d+ \(\+https:\/\/amparo\.example\)$/,
    );
    expect(headers).not.toMatchObject({ cookie: expect.anything() });
    expect(JSON.stringify(headers)).not.toMatch(/a-visitor|"ht"|203\.0|\/ht\/|a=b/);
  });

  it('is asked for once, by however many at once, and again only when it is old', async () => {
    const path = freshTile();
    tiles.behave(withPicture({ 'cache-control': 'max-age=3600', etag: '"one"' }));
    const answers = await Promise.all(Array.from({ length: 20 }, () => at.tile(path)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    at.pass(59 * MINUTE_MS);
    await at.tile(path);
    expect(tiles.asked).toHaveLength(1);
    at.pass(2 * MINUTE_MS);
    const notModified: RequestListener = (_, response) => {
      response.writeHead(304, { 'cache-control': 'max-age=3600' }).end();
    };
    tiles.behave(notModified);
    expect((await at.tile(path)).body).toEqual(aPicture());
    expect(tiles.asked[1]?.headers['if-none-match']).toBe('"one"');
    await at.tile(path);
    expect(tiles.asked).toHaveLength(2);
  });

  it('is used for as many days as configured, where the provider does not say', async () => {
    const path = freshTile();
    const changed = 'Mon, 02 Nov 2026 10:00:00 GMT';
    tiles.behave(withPicture({ 'last-modified': changed }));
    await at.tile(path);
    at.pass(29 * DAY_MS);
    await at.tile(path);
    expect(tiles.asked).toHaveLength(1);
    at.pass(2 * DAY_MS);
    await at.tile(path);
    expect(tiles.asked[1]?.headers['if-modified-since']).toBe(changed);
  });

  it('is not stored where the provider forbids it', async () => {
    const path = freshTile();
    tiles.behave(withPicture({ 'cache-control': 'no-store' }));
    await at.tile(path);
    await at.tile(path);
    expect(tiles.asked).toHaveLength(2);
  });

  it.each([
    ['too coarse', '/tiles/11/418/833'],
    ['too fine', '/tiles/18/53523/106630'],
    ['in Chicago', '/tiles/12/1050/1522'],
    ['in London', '/tiles/12/2046/1362'],
    ['off the world', '/tiles/12/830/5000'],
    ['no number', '/tiles/12/830/..%2f..%2fpasswd'],
    ['less than nothing', '/tiles/12/-1/1654'],
  ])('that is %s is refused, and the provider not asked', async (_, path) => {
    const { status, headers } = await at.tile(path);
    expect([status, headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    expect(tiles.asked).toEqual([]);
  });

  it('that the provider does not have is nothing, and not asked for again soon', async () => {
    const path = freshTile();
    tiles.behave((_, response) => response.writeHead(404).end());
    expect((await at.tile(path)).status).toBe(204);
    expect((await at.tile(path)).status).toBe(204);
    expect(tiles.asked).toHaveLength(1);
    at.pass(61 * MINUTE_MS);
    tiles.behave(withPicture());
    expect((await at.tile(path)).status).toBe(200);
  });
});

const broken: [string, RequestListener][] = [
  ['says that it is broken', (_, response) => response.writeHead(500).end()],
  ['gives a page', (_, response) => response.writeHead(200).end('<!doctype html>')],
  [
    'gives a page that it calls a picture',
    (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('<svg/>'),
  ],
  ['gives too much', withPicture({}, Buffer.concat([aPicture(), Buffer.alloc(1024 * 1024)]))],
  [
    'hangs up in the middle',
    (_, response) => {
      response.writeHead(200, { 'content-length': '5000' });
      response.write(aPicture().subarray(0, 50), () => response.destroy());
    },
  ],
  ['hangs up at once', (_, response) => void response.destroy()],
  [
    'sends us elsewhere',
    (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  ],
];

describe.each(broken)('a provider that %s', (_, listener) => {
  it('leaves the old tile, or none, and is left in peace for a while', async () => {
    const known = freshTile();
    await at.tile(known);
    at.pass(40 * DAY_MS);
    tiles.behave(listener);
    const unknown = await at.tile();
    expect([unknown.status, unknown.headers['content-type']]).toEqual([
      503,
      'application/problem+json; charset=utf-8',
    ]);
    const old = await at.tile(known);
    expect([old.status, old.body]).toEqual([200, aPicture()]);
    expect((await at.tile()).status).toBe(503);
    expect(tiles.asked).toHaveLength(2);
    tiles.behave(withPicture());
    at.pass(MINUTE_MS);
    expect((await at.tile()).status).toBe(200);
  });
});

describe.each<[string, RequestListener]>([
  ['is too slow', () => {}],
  ['begins, and is too slow then', (_, response) => void response.writeHead(200).write('\x89PNG')],
])('a provider that %s', (kind, listener) => {
  it('leaves the old tile, or none, and is left in peace for a while', async () => {
    const environment = { ...provided(), AMPARO_DATA_DIR: join(folder, kind) };
    const known = freshTile();
    const patient = await startForTest(environment);
    await patient.tile(known);
    await patient.stop();
    const hurried = await startForTest({ ...environment, STREETS_TIMEOUT_SECONDS: '1' });
    hurried.pass(40 * DAY_MS);
    tiles.behave(listener);
    tiles.asked.length = 0;
    expect((await hurried.tile()).status).toBe(503);
    const old = await hurried.tile(known);
    expect([old.status, old.body]).toEqual([200, aPicture()]);
    expect((await hurried.tile()).status).toBe(503);
    expect(tiles.asked).toHaveLength(1);
    tiles.behave(withPicture());
    // On a busy machine a second may be too short once more.
    do hurried.pass(10 * MINUTE_MS);
    while ((await hurried.tile()).status !== 200);
  });
});

it('a provider that says when to come again is not asked before', async () => {
  tiles.behave((_, response) => response.writeHead(429, { 'retry-after': '600' }).end());
  await at.tile();
  tiles.behave(withPicture());
  at.pass(9 * MINUTE_MS);
  expect((await at.tile()).status).toBe(503);
  expect(tiles.asked).toHaveLength(1);
  at.pass(2 * MINUTE_MS);
  expect((await at.tile()).status).toBe(200);
});

it('at most four tiles are asked for at a time', async () => {
  const waiting: (() => void)[] = [];
  let most = 0;
  tiles.behave((asked, response) => {
    if (asked.url === '/after-all') return void response.end();
    waiting.push(() => withPicture()(asked, response));
    most = Math.max(most, waiting.length);
  });
  let come = 0;
  const count = () => {
    come += 1;
  };
  at.app.getHttpServer().on('request', count);
  onTestFinished(() => void at.app.getHttpServer().off('request', count));
  const answers = Promise.all(Array.from({ length: 12 }, () => at.tile()));
  await until(() => come === 12);
  for (let answered = 0; answered < 12; answered += 4) {
    await until(() => waiting.length === 4);
    // A fifth would have come before the answer to this.
    await (await fetch(new URL('/after-all', tiles.url))).text();
    for (const answer of waiting.splice(0)) answer();
  }
  expect((await answers).map(({ status }) => status)).toEqual(Array(12).fill(200));
  expect(most).toBe(4);
});

it('no more than some hundreds of tiles are asked for in a minute', async () => {
  for (let view = 0; view < 11; view++) {
    await Promise.all(Array.from({ length: 60 }, () => at.tile()));
  }
  expect(tiles.asked).toHaveLength(600);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

it('tells the log that a provider fails, and never which tile was asked for', async () => {
  written.length = 0;
  await at.tile(TILE);
  at.pass(40 * DAY_MS);
  tiles.behave((_, response) => response.writeHead(500).end());
  await at.tile(TILE);
  await at.tile(`${TILE}?x=3345`);
  await at.tile('/tiles/3/3345/6664');
  const lines = written.join('');
  expect(lines.match(/the provider of streets fails/g)).toHaveLength(1);
  expect(lines).toContain('"route":"/tiles/:z/:x/:y"');
  expect(lines).not.toMatch(COORDINATES);
});

it('keeps tiles over a restart, but not those of another provider', async () => {
  await at.tile(TILE);
  const again = await startForTest(provided());
  tiles.asked.length = 0;
  expect((await again.tile(TILE)).body).toEqual(aPicture());
  expect(tiles.asked).toEqual([]);
  const other = await startForTest({
    ...provided(),
    STREETS_URL: tiles.url.replace('geheim', 'other'),
  });
  await other.tile(TILE);
  expect(tiles.asked).toHaveLength(1);
});

it('keeps no more than configured: what was not asked for in the longest time goes first', async () => {
  const small = await startForTest({
    ...provided(),
    AMPARO_DATA_DIR: join(folder, 'small'),
    STREETS_CACHE_MB: '10',
  });
  const [first, second] = [freshTile(), freshTile()];
  const million = Buffer.concat([aPicture(), Buffer.alloc(1_000_000)]);
  tiles.behave(withPicture({}, million));
  for (const path of [first, second, ...Array.from({ length: 8 }, freshTile)])
    await small.tile(path);
  await small.tile(first);
  await small.tile();
  expect(tiles.asked).toHaveLength(11);
  await small.tile(first);
  expect(tiles.asked).toHaveLength(11);
  await small.tile(second);
  expect(tiles.asked).toHaveLength(12);
});

it('stops while a provider is slow', async () => {
  const stopping = await startForTest({
    ...provided(),
    AMPARO_DATA_DIR: join(folder, 'stopping'),
    STREETS_TIMEOUT_SECONDS: '2',
  });
  const came = new Promise<void>((resolve) => tiles.behave(() => resolve()));
  const waiting = stopping.tile().then(
    ({ status }) => status,
    () => 0,
  );
  await came;
  await stopping.stop();
  expect([0, 503]).toContain(await waiting);
});

describe('the page', () => {
  const offer = async (app: TestApp, path = '/en/'): Promise<unknown> => {
    const { text } = await request(app.app.getHttpServer()).get(path);
    const loaded = /<script type="application\/json" id="loaded">(.*?)<\/script>/.exec(text)?.[1];
    return JSON.parse(String(loaded)).streets;
  };

  it('with a map is told what streets there are, and whom they are by', async () => {
    expect(await offer(at)).toMatchObject({
      kind: 'pictures',
      attribution: '© Test & Sons',
      leastZoom: 12,
      mostTileZoom: 17,
    });
    expect(await offer(at, '/en/about')).toBeNull();
  });

  it('offers none where none are configured, and there are no tiles then', async () => {
    const none = await startForTest({ AMPARO_DATA_DIR: join(folder, 'none') });
    expect(await offer(none)).toBeNull();
    const { status, headers } = await none.tile(TILE);
    expect([status, headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });
});

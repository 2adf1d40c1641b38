import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Compression, TileType } from 'pmtiles';
import request from 'supertest';
import { newFolder } from '../../../../test/database/test-databases.ts';
import { pmtilesFile, vectorTile } from '../../../../test/tiles/pmtiles-file.ts';
import { aPicture } from '../../../../test/tiles/tile-server.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

type Content = Parameters<typeof pmtilesFile>[0];

const folder = newFolder();
let files = 0;

const SHAPES = vectorTile([
  { layer: 'roads', kind: 'major_road', type: 'line', points: Array(2000).fill([0, 2048]) },
]);

/** El Paso, and more than that is not in it. */
const pictures: Content = {
  type: TileType.Png,
  tiles: { '12/836/1666': aPicture('#008000'), '14/3345/6664': aPicture() },
  metadata: { attribution: '<a href="https://a.example">&copy; Streets &amp; Sons</a>' },
  bounds: [-106.7, 31.5, -106.2, 32],
};

const shapes: Content = {
  ...pictures,
  type: TileType.Mvt,
  tiles: { '11/418/833': gzipSync(SHAPES), '15/6690/13328': gzipSync(SHAPES) },
  metadata: { ...pictures.metadata, vector_layers: [{ id: 'roads' }] },
  compression: Compression.Gzip,
};

/** An application whose data folder has a file of streets. */
async function startWith(file: Buffer, environment: NodeJS.ProcessEnv = {}): Promise<OwnTestApp> {
  const data = join(folder, String(files++));
  mkdirSync(data);
  writeFileSync(join(data, 'streets.pmtiles'), file);
  const at = await startTestApp({ AMPARO_DATA_DIR: data, ...environment });
  onTestFinished(() => at.stop());
  return at;
}

async function read(at: OwnTestApp, path: string) {
  return await request(at.app.getHttpServer()).get(path).buffer(true).responseType('blob');
}

async function offerOf(at: OwnTestApp): Promise<unknown> {
  const { text } = await request(at.app.getHttpServer()).get('/en/');
  return JSON.parse(/id="loaded">(.*?)<\/script>/.exec(text)?.[1] ?? '').streets;
}

it('a file of pictures is given out, as far as it reaches, and credited as it says itself', async () => {
  const at = await startWith(pmtilesFile(pictures));
  const { status, headers, body } = await read(at, '/tiles/14/3345/6664');
  expect([status, headers['content-type']]).toEqual([200, 'image/png']);
  expect(headers['cache-control']).toBe('private, no-store');
  expect(body).toEqual(aPicture());
  expect((await read(at, '/tiles/12/836/1666')).body).toEqual(aPicture('#008000'));
  expect((await read(at, '/tiles/14/3346/6664')).status).toBe(204);
  for (const path of ['/tiles/15/6690/13328', '/tiles/11/418/833', '/tiles/14/3000/6664']) {
    expect((await read(at, path)).status).toBe(404);
  }
  expect(await offerOf(at)).toEqual({
    kind: 'pictures',
    attribution: '© Streets & Sons',
    leastZoom: 12,
    mostTileZoom: 14,
    bounds: [-106.7, 31.5, -106.2, 32],
  });
});

it('a file of shapes is given out packed, from one zoom before', async () => {
  const at = await startWith(pmtilesFile(shapes), { STREETS_ATTRIBUTION: '© Me' });
  const { status, headers, body } = await read(at, '/tiles/11/418/833');
  expect([status, headers['content-type']]).toEqual([200, 'application/vnd.mapbox-vector-tile']);
  expect(headers['content-encoding']).toBe('gzip');
  expect(body).toEqual(SHAPES);
  expect((await read(at, '/tiles/10/209/416')).status).toBe(404);
  expect(await offerOf(at)).toMatchObject({
    kind: 'shapes',
    attribution: '© Me',
    mostTileZoom: 15,
  });
});

it('a file goes before a provider, so that nobody else is asked', async () => {
  const at = await startWith(pmtilesFile(pictures), {
    STREETS_URL: 'http://127.0.0.1:1/{z}/{x}/{y}',
    STREETS_ATTRIBUTION: '© Me',
    PUBLIC_URL: 'https://amparo.example',
  });
  expect((await read(at, '/tiles/14/3345/6664')).status).toBe(200);
});

it.each<[string, Buffer, RegExp]>([
  ['is something else', Buffer.from('PNG'.repeat(100)), /is no PMTiles file of version 3/],
  ['is empty', Buffer.alloc(0), /is no PMTiles file of version 3/],
  ['is cut off', pmtilesFile(pictures).subarray(0, 140), /is no PMTiles file of version 3/],
  ['has other tiles', pmtilesFile({ ...pictures, type: TileType.Avif }), /must have tiles in PNG/],
  [
    'has shapes that are not of Protomaps',
    pmtilesFile({ ...shapes, metadata: { vector_layers: [{ id: 'transportation' }] } }),
    /must be a Protomaps basemap .* no layer "roads"/,
  ],
  [
    'shows too little',
    pmtilesFile({ ...pictures, tiles: { '9/104/208': aPicture() } }),
    /must have tiles of zoom 12 or more; it ends at 9/,
  ],
  [
    'shows another country',
    pmtilesFile({ ...pictures, bounds: [2, 48, 3, 49] }),
    /must show the border country/,
  ],
  [
    'does not tell whom it is by',
    pmtilesFile({ ...pictures, metadata: {} }),
    /^STREETS_ATTRIBUTION must be set: .* does not tell whom its map is by/,
  ],
])('a file that %s keeps the server from starting, with the reason', async (_, file, reason) => {
  await expect(startWith(file)).rejects.toThrow(reason);
});

import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { TileType } from 'pmtiles';
import { pmtilesFile, vectorTile } from '../../tiles/pmtiles-file.ts';
import { startTileServer, type TileServer, withPicture } from '../../tiles/tile-server.ts';
import { untilKept } from '../support/network.ts';
import { DESK, KEEPS_COPY, seeMap, testSite, type Visit } from '../support/test-site.ts';

/** In El Paso, as a device tells it. */
const SENSED = { latitude: 31.768123, longitude: -106.441987 };
const CREDIT = '© Streets & Sons';
/** A visit to a box that is less than a town shows streets at once. */
const CLOSE = '/en/?bbox=-106.51,31.74,-106.46,31.78';

let tiles: TileServer;
const site = testSite(async () => {
  tiles = await startTileServer();
  const port = await freePort();
  return {
    PORT: String(port),
    STREETS_URL: tiles.url,
    STREETS_ATTRIBUTION: CREDIT,
    STREETS_TIMEOUT_SECONDS: '1',
    PUBLIC_URL: `http://localhost:${port}`,
  };
});
beforeEach(() => {
  tiles.behave(withPicture());
  tiles.asked.length = 0;
});
afterAll(async () => {
  await tiles?.stop();
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function visitMap(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const visit = await site.visit(path, { viewport: DESK, ...options });
  await seeMap(visit.page);
  return visit;
}

/** As close as the map goes. */
async function lookClosely(page: Page): Promise<void> {
  const closer = page.getByRole('button', { name: 'Zoom in' });
  // A click while the map still moves does nothing.
  while (await closer.isEnabled()) {
    await closer.dispatchEvent('click');
    await page.locator('.leaflet-zoom-anim').waitFor({ state: 'detached' });
  }
}

const drawn = (page: Page) => page.locator('.streets img.leaflet-tile-loaded');
const choice = (page: Page) => page.getByLabel('Show streets when you zoom in');
const ofTiles = (asked: string[]): string[] => asked.filter((url) => url.includes('/tiles/'));

/** The colour of a tile's middle, as it is drawn. */
const colourOf = async (page: Page): Promise<number[]> =>
  await drawn(page)
    .first()
    .evaluate((image: HTMLImageElement) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      return [...(context?.getImageData(128, 128, 1, 1).data ?? [])];
    });

it('draws streets from our own server, with their credit, when looked at closely', async () => {
  const { page, asked, complaints, close } = await visitMap(CLOSE);
  await drawn(page).first().waitFor();
  expect(await colourOf(page)).toEqual([0xa0, 0x52, 0x2d, 255]);
  const credits = page.locator('.leaflet-control-attribution');
  expect(await credits.innerText()).toContain(CREDIT);
  expect(await credits.innerText()).toContain('Natural Earth');
  expect(tiles.asked.length).toBeGreaterThan(0);
  await choice(page).uncheck();
  expect(await page.locator('.streets').count()).toBe(0);
  expect(await credits.innerText()).not.toContain(CREDIT);
  expect(ofTiles(asked).length).toBeLessThan(60);
  expect(complaints).toEqual([]);
  await close();
});

it('asks for no tile while the map shows more than a town', async () => {
  const { page, asked, close } = await visitMap('/en/?near=El+Paso');
  await page.locator('.town').first().waitFor();
  expect(ofTiles(asked)).toEqual([]);
  await lookClosely(page);
  await drawn(page).first().waitFor();
  await close();
});

it('credits the streets in a page that runs from right to left', async () => {
  const { page, close } = await visitMap(CLOSE.replace('/en/', '/ar/'));
  await drawn(page).first().waitFor();
  const credits = page.locator('.leaflet-control-attribution[dir=rtl]');
  expect(await credits.locator('bdi').innerText()).toBe(CREDIT);
  await close();
});

it('does not tell around a position which part of the map is looked at, unless asked to', async () => {
  const { page, asked, close } = await visitMap('/en/', {
    geolocation: SENSED,
    permissions: ['geolocation'],
  });
  await page.getByRole('button', { name: 'Use my position' }).click();
  await page.getByRole('heading', { name: 'Help near you' }).waitFor();
  expect(await choice(page).isChecked()).toBe(false);
  await lookClosely(page);
  expect(ofTiles(asked)).toEqual([]);
  await choice(page).check();
  await drawn(page).first().waitFor();
  await close();
});

it('shows the streets on a device that saves data only when asked to', async () => {
  const { page, asked, close } = await site.visit('/en/about');
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto(new URL(CLOSE, site.server.address).href);
  await seeMap(page);
  await page.locator('.town').first().waitFor();
  expect(await choice(page).isChecked()).toBe(false);
  expect(ofTiles(asked)).toEqual([]);
  await choice(page).check();
  await drawn(page).first().waitFor();
  await close();
});

it('keeps no tile on the device', async () => {
  const { page, close } = await visitMap(CLOSE, KEEPS_COPY);
  await drawn(page).first().waitFor();
  await untilKept(page);
  // The second visit asks through the worker.
  await page.reload();
  await seeMap(page);
  await drawn(page).first().waitFor();
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(
      names.map(async (name) => await (await caches.open(name)).keys()),
    );
    return keys.flat().map(({ url }) => url);
  });
  expect(kept.length).toBeGreaterThan(0);
  expect(ofTiles(kept)).toEqual([]);
  await close();
});

describe('the bundled map is still seen', () => {
  /** There is land in the middle of the window, and no tile above it. */
  const landSeen = async (page: Page): Promise<void> => {
    await page.waitForFunction(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.map canvas');
      if (!canvas) return false;
      const { width, height } = canvas;
      const middle = canvas.getContext('2d')?.getImageData(width / 2, height / 2, 1, 1).data;
      return middle?.[3] === 255;
    });
    expect(await drawn(page).count()).toBe(0);
    expect(await page.locator('.pin').first().isVisible()).toBe(true);
  };

  it('when the provider is broken', async () => {
    tiles.behave((_, response) => response.writeHead(500).end());
    const { page, asked, complaints, close } = await visitMap(
      '/en/?bbox=-97.55,25.88,-97.47,25.94',
    );
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/tiles/')),
    );
    await page.waitForLoadState('networkidle');
    expect(ofTiles(asked).length).toBeGreaterThan(0);
    await landSeen(page);
    expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
    await close();
  });

  it('when there is no network', async () => {
    const { page, close } = await visitMap('/en/?near=El+Paso');
    await page.locator('.town').first().waitFor();
    await page.context().setOffline(true);
    await lookClosely(page);
    await landSeen(page);
    await close();
  });
});

describe('a file of shapes', () => {
  /** Land with one broad street through the middle of each tile, from the west to the east. */
  const tile = vectorTile([
    {
      layer: 'earth',
      kind: 'earth',
      type: 'polygon',
      points: [
        [0, 0],
        [4096, 0],
        [4096, 4096],
        [0, 4096],
      ],
    },
    {
      layer: 'roads',
      kind: 'highway',
      type: 'line',
      points: [
        [0, 2048],
        [4096, 2048],
      ],
    },
  ]);
  const shapes = testSite(({ dataFolder }) => {
    // The middle of El Paso; what is around it is not in the file.
    const file = pmtilesFile({
      type: TileType.Mvt,
      tiles: { '12/836/1666': tile, '13/1672/3333': tile },
      metadata: { attribution: CREDIT, vector_layers: [{ id: 'roads' }] },
      bounds: [-107, 31, -106, 32],
    });
    writeFileSync(join(dataFolder, 'streets.pmtiles'), file);
    return {};
  });

  it('is drawn in the browser, from our own server, with its credit', async () => {
    const { page, complaints, close } = await shapes.visit(CLOSE);
    await seeMap(page);
    const canvas = page.locator('.streets canvas.leaflet-tile-loaded');
    await canvas.first().waitFor();
    await page.waitForLoadState('networkidle');
    const colours = await canvas.evaluateAll((tiles) =>
      (tiles as HTMLCanvasElement[]).map((drawn) => {
        const { width, height } = drawn;
        const { data = [] } = drawn.getContext('2d')?.getImageData(width / 2, 0, 1, height) ?? {};
        return new Set(
          Array.from({ length: height }, (_, y) => [...data.slice(y * 4, y * 4 + 3)].join(',')),
        ).size;
      }),
    );
    expect(Math.max(...colours)).toBeGreaterThan(1);
    expect(await page.locator('.leaflet-control-attribution').innerText()).toContain(CREDIT);
    expect(complaints).toEqual([]);
    await close();
  });
});

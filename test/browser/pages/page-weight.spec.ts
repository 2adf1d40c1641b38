import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { countingProxy } from '../support/counting-proxy.ts';
import { untilKept } from '../support/network.ts';
import { KEEPS_COPY, PHONE, seeMap, testSite } from '../support/test-site.ts';

const SITE = 'dist/site';
/**
 * Of JavaScript, packed with Brotli, on the page that needs the most of it. What is kept beside it
 * for other pages, and for use offline, counts with the whole first visit.
 */
const MAX_SCRIPT_BYTES = 130_000;
/** Of everything that a first visit to the search page sends, the copy for later included. */
const MAX_BYTES = 250_000;

interface BuiltFile {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
}

/** Chooses what the copy holds, on the page of saved places alone. */
const COPY_CHOOSER = 'src/routes/saved/offline-regions-picker.tsx';
/** Answers without a network, and says so. */
const OFFLINE = 'src/offline/without-server.ts';
/** Every page but the search. */
const OTHER_PAGES = 'src/app/other-pages.tsx';
/** Draws a file of shapes of streets, where an operator has one: nobody else is sent it. */
const STREET_SHAPES = 'src/map/layers/vector-tile-layer.ts';
/** Of that alone, packed. */
const MAX_STREET_SHAPES_BYTES = 35_000;

const packedSize = (file: string): number => statSync(join(SITE, `${file}.br`)).size;

const site = testSite();

it('the scripts of the search page, its map and any language fit the budget', () => {
  const built = JSON.parse(readFileSync(join(SITE, 'manifest.json'), 'utf8')) as Record<
    string,
    BuiltFile
  >;
  const isCatalogue = (name: string): boolean => name.includes('/messages/');
  const scripts = Object.entries(built).filter(([, { file }]) => file.endsWith('.js'));
  const size = ([, { file }]: [string, BuiltFile]): number => packedSize(file);
  const isElsewhere = (name: string): boolean =>
    [COPY_CHOOSER, OFFLINE, OTHER_PAGES, STREET_SHAPES].includes(name);
  const shared = scripts.filter(([name]) => !isCatalogue(name) && !isElsewhere(name)).map(size);
  const catalogues = scripts.filter(([name]) => isCatalogue(name)).map(size);
  expect(catalogues).toHaveLength(readdirSync('apps/web/src/i18n/messages').filter(isJson).length);
  const all = shared.reduce((sum, bytes) => sum + bytes, 0) + Math.max(...catalogues);
  expect(all).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
  expect(built).toHaveProperty([COPY_CHOOSER]);
  expect(built).toHaveProperty([OFFLINE]);
  expect(built).toHaveProperty([OTHER_PAGES]);
  expect(packedSize(String(built[STREET_SHAPES]?.file))).toBeLessThanOrEqual(
    MAX_STREET_SHAPES_BYTES,
  );
});

it('a whole first visit on a phone fits the budget: page, map, and the copy for later', async () => {
  const proxy = await countingProxy(site.server.address);
  const { page, close } = await site.visit(`${proxy.address}/en/?near=El+Paso`, {
    ...KEEPS_COPY,
    viewport: PHONE,
  });
  await seeMap(page);
  await page.waitForSelector('.town');
  await untilKept(page);
  await page.waitForLoadState('networkidle');
  await close();
  proxy.close();
  expect(proxy.received()).toBeGreaterThan(MAX_BYTES / 2);
  expect(proxy.received()).toBeLessThanOrEqual(MAX_BYTES);
});

const isJson = (name: string): boolean => name.endsWith('.json');

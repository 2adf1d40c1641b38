import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../config/project-folder.ts';
import type { Settings } from '../config/settings.ts';
import type { Logger } from '../ops/log.ts';
import { ProviderTiles } from './provider-tiles.ts';
import { TileCache } from './tile-cache.ts';
import { TileFile } from './tile-file.ts';
import { TileProvider } from './tile-provider.ts';
import { TILES_AREA, TILES_FROM_ZOOM, type TileSource } from './tile-source.ts';

const FILE = 'streets.pmtiles';
const CACHE = 'street-tiles';
/** Detailed enough to distinguish neighboring houses; every provider has it. */
const MAX_TILE_ZOOM = 17;
const BYTES_PER_MEGABYTE = 1024 * 1024;
const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;

interface TilesParts {
  settings: Settings;
  log: Logger;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Opens the source of street tiles: the file in the data folder, or else the configured provider.
 *
 * @returns null when there is neither
 * @throws {StartError} when the file cannot be used
 */
export async function openTiles({ settings, log, now }: TilesParts): Promise<TileSource | null> {
  const file = join(settings.dataFolder, FILE);
  if (existsSync(file)) return await TileFile.open(file, settings.streetsAttribution);
  const { streetsUrl: url, streetsAttribution: attribution, publicUrl } = settings;
  if (!url || !attribution || !publicUrl) return null;
  const { west, south, east, north } = TILES_AREA;
  const folder = await folderFor(url, join(settings.dataFolder, CACHE));
  return new ProviderTiles({
    offer: {
      kind: 'pictures',
      attribution,
      leastZoom: TILES_FROM_ZOOM,
      mostTileZoom: MAX_TILE_ZOOM,
      bounds: [west, south, east, north],
    },
    provider: new TileProvider({
      url,
      userAgent: `Amparo/${version()} (+${publicUrl})`,
      timeoutMs: settings.streetsTimeoutSeconds * SECOND_MS,
      maxFreshMs: settings.streetsCacheDays * DAY_MS,
      now,
    }),
    cache: await TileCache.open(folder, settings.streetsCacheMegabytes * BYTES_PER_MEGABYTE),
    log,
    now,
  });
}

/** Returns the cache folder of a provider and removes the tiles of previously configured ones. */
async function folderFor(url: string, cache: string): Promise<string> {
  const name = createHash('sha256').update(url).digest('hex').slice(0, 16);
  await mkdir(join(cache, name), { recursive: true });
  const others = (await readdir(cache)).filter((other) => other !== name);
  for (const other of others) await rm(join(cache, other), { recursive: true, force: true });
  return join(cache, name);
}

function version(): string {
  const text = readFileSync(join(projectFolder() ?? '', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Tile } from './tile-source.ts';

/** A tile with the cache metadata of its provider's response. */
export interface StoredTile extends Tile {
  /** For conditional requests; null if the provider sent none. */
  etag: string | null;
  lastModified: string | null;
  /** Milliseconds since 1970. */
  freshUntil: number;
}

type TileMetadata = Omit<StoredTile, 'bytes'>;

const LINE_END = 0x0a;
const UNFINISHED = 'unfinished';

/**
 * Stores tiles on disk up to a size limit and evicts the least recently used ones. The order of use
 * is held in memory only, because on disk it would reveal which places visitors looked at last.
 */
export class TileCache {
  private readonly sizes: LRUCache<string, number>;

  private constructor(
    private readonly folder: string,
    maxBytes: number,
  ) {
    this.sizes = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (bytes) => bytes,
      dispose: (_, key, reason) => {
        // A file that could not be removed is found and counted at the next start.
        if (reason === 'evict') rm(this.file(key), { force: true }).catch(() => {});
      },
    });
  }

  /** @param folder is created if missing; it contains nothing else */
  static async open(folder: string, maxBytes: number): Promise<TileCache> {
    await rm(join(folder, UNFINISHED), { recursive: true, force: true });
    await mkdir(join(folder, UNFINISHED), { recursive: true });
    const cache = new TileCache(folder, maxBytes);
    for (const { key, size } of await filesIn(folder)) cache.sizes.set(key, size);
    return cache;
  }

  /** @param key `12/830/1654` */
  async read(key: string): Promise<StoredTile | null> {
    if (this.sizes.get(key) === undefined) return null;
    try {
      const content = await readFile(this.file(key));
      const end = content.indexOf(LINE_END);
      const metadata = JSON.parse(content.toString('utf8', 0, end)) as TileMetadata;
      return { ...metadata, bytes: content.subarray(end + 1) };
    } catch {
      // Removed or corrupted by another program: it is requested again.
      this.sizes.delete(key);
      return null;
    }
  }

  async write(key: string, { bytes, ...metadata }: StoredTile): Promise<void> {
    const content = Buffer.concat([Buffer.from(`${JSON.stringify(metadata)}\n`), bytes]);
    const unfinished = join(this.folder, UNFINISHED, randomUUID());
    await writeFile(unfinished, content);
    await mkdir(dirname(this.file(key)), { recursive: true });
    await rename(unfinished, this.file(key));
    this.sizes.set(key, content.length);
  }

  private file(key: string): string {
    return join(this.folder, key);
  }
}

/** Lists the stored tiles, oldest first. */
async function filesIn(folder: string): Promise<{ key: string; size: number }[]> {
  const paths = await readdir(folder, { recursive: true });
  const keys = paths.filter((path) => /^\d+\/\d+\/\d+$/.test(path));
  const files = [];
  for (const key of keys) {
    const { size, mtimeMs } = await stat(join(folder, key));
    files.push({ key, size, mtimeMs });
  }
  return files.sort((a, b) => a.mtimeMs - b.mtimeMs);
}

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Tile } from './tile-source.ts';

/** A tile, and what its provider said about how long it holds. */
export interface KeptTile extends Tile {
  /** For asking whether it has changed; null when the provider told none. */
  etag: string | null;
  lastModified: string | null;
  /** Milliseconds since 1970. */
  freshUntil: number;
}

type Told = Omit<KeptTile, 'bytes'>;

const LINE_END = 0x0a;
const UNFINISHED = 'unfinished';

/**
 * Tiles on disk, within a limit: those that were not asked for in the longest time go first. The order
 * is kept in memory alone, because written down it would tell what was looked at last.
 */
export class TileCache {
  private readonly sizes: LRUCache<string, number>;

  private constructor(
    private readonly folder: string,
    mostBytes: number,
  ) {
    this.sizes = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: (bytes) => bytes,
      dispose: (_, key, reason) => {
        // One that is still there after all is found and counted at the next start.
        if (reason === 'evict') rm(this.file(key), { force: true }).catch(() => {});
      },
    });
  }

  /** @param folder is made where it is missing; there is nothing else in it */
  static async open(folder: string, mostBytes: number): Promise<TileCache> {
    await rm(join(folder, UNFINISHED), { recursive: true, force: true });
    await mkdir(join(folder, UNFINISHED), { recursive: true });
    const cache = new TileCache(folder, mostBytes);
    for (const { key, size } of await filesIn(folder)) cache.sizes.set(key, size);
    return cache;
  }

  /** @param key `12/830/1654` */
  async read(key: string): Promise<KeptTile | null> {
    if (this.sizes.get(key) === undefined) return null;
    try {
      const content = await readFile(this.file(key));
      const end = content.indexOf(LINE_END);
      const told = JSON.parse(content.toString('utf8', 0, end)) as Told;
      return { ...told, bytes: content.subarray(end + 1) };
    } catch {
      // Removed or broken by somebody else: it is asked for anew.
      this.sizes.delete(key);
      return null;
    }
  }

  async write(key: string, { bytes, ...told }: KeptTile): Promise<void> {
    const content = Buffer.concat([Buffer.from(`${JSON.stringify(told)}\n`), bytes]);
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

/** The tiles that lie there, the oldest first. */
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

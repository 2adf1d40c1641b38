import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import type { TileOffer } from '#contract';
import { UnavailableError } from '../http/problems/problems.ts';
import type { Logger } from '../ops/log.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import type { StoredTile, TileCache } from './tile-cache.ts';
import { ProviderError, type TileProvider } from './tile-provider.ts';
import { TILES_FROM_ZOOM, type Tile, type TileAddress, type TileSource } from './tile-source.ts';

const MINUTE_MS = 60_000;
const MAX_CONCURRENT = 4;
const MAX_QUEUED = 100;
/** About twenty map views whose tiles are not cached. */
const MAX_PER_MINUTE = 600;
/** How long it is cached that a provider does not have a tile. */
const MISSING_MS = 60 * MINUTE_MS;
const MAX_MISSING = 10_000;

export interface ProviderTilesParts {
  offer: TileOffer;
  provider: TileProvider;
  cache: TileCache;
  log: Logger;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Tiles of a provider, cached and rate-limited to send as few requests as possible: see
 * docs/deployment.md.
 */
export class ProviderTiles implements TileSource {
  readonly isLocal = false;
  readonly offer: TileOffer;
  readonly minTileZoom = TILES_FROM_ZOOM;
  private readonly pending = new Map<string, Promise<Tile | null>>();
  private readonly missing = new LRUCache<string, number>({ max: MAX_MISSING });
  private readonly queue = new PQueue({ concurrency: MAX_CONCURRENT });
  private readonly circuitBreaker = new CircuitBreaker();
  private minute = { number: 0, requested: 0 };

  constructor(private readonly parts: ProviderTilesParts) {
    this.offer = parts.offer;
  }

  /** Concurrent requests for the same tile share one response. */
  async tile(at: TileAddress): Promise<Tile | null> {
    const key = `${at.z}/${at.x}/${at.y}`;
    const shared = this.pending.get(key);
    if (shared) return await shared;
    const response = this.find(key, at).finally(() => this.pending.delete(key));
    this.pending.set(key, response);
    return await response;
  }

  async close(): Promise<void> {
    this.parts.provider.close();
    await Promise.allSettled(this.pending.values());
  }

  private async find(key: string, at: TileAddress): Promise<Tile | null> {
    const now = this.parts.now();
    const stored = await this.parts.cache.read(key);
    if (stored && stored.freshUntil > now) return stored;
    if ((this.missing.get(key) ?? 0) > now) return null;
    try {
      if (this.queue.size >= MAX_QUEUED) {
        throw new UnavailableError('Too many streets are asked for at once.', true);
      }
      return await this.queue.add(() => this.request(key, at, stored));
    } catch (error) {
      // An outdated tile is better than none.
      if (stored) return stored;
      throw error;
    }
  }

  private async request(
    key: string,
    at: TileAddress,
    stored: StoredTile | null,
  ): Promise<Tile | null> {
    if (this.circuitBreaker.isOpen(this.parts.now())) throw unavailable();
    this.checkRateLimit();
    try {
      const response = await this.parts.provider.fetchTile(at, stored);
      if (this.circuitBreaker.recordSuccess())
        this.parts.log.info('the provider of streets responds again');
      if (response?.mayStore) await this.store(key, response.tile);
      if (!response) this.missing.set(key, this.parts.now() + MISSING_MS);
      return response?.tile ?? null;
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const { message: reason, pauseMs } = error;
      if (this.circuitBreaker.recordFailure(this.parts.now(), pauseMs)) {
        this.parts.log.warn({ reason }, 'the provider of streets fails');
      }
      throw unavailable();
    }
  }

  private async store(key: string, tile: StoredTile): Promise<void> {
    try {
      await this.parts.cache.write(key, tile);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code;
      this.parts.log.warn({ reason }, 'a street tile could not be cached');
    }
  }

  private checkRateLimit(): void {
    const number = Math.floor(this.parts.now() / MINUTE_MS);
    if (this.minute.number !== number) this.minute = { number, requested: 0 };
    if (++this.minute.requested > MAX_PER_MINUTE) throw unavailable();
  }
}

function unavailable(): UnavailableError {
  return new UnavailableError('The streets cannot be had now.', true);
}

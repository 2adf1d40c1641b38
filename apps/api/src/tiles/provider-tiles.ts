import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import type { StreetsOffer } from '#contract';
import { UnavailableError } from '../http/problems/problems.ts';
import type { Logger } from '../ops/log.ts';
import { Outage } from './outage.ts';
import type { KeptTile, TileCache } from './tile-cache.ts';
import { type Provider, ProviderError } from './tile-provider.ts';
import { TILES_FROM_ZOOM, type Tile, type TileAddress, type TileSource } from './tile-source.ts';

const MINUTE_MS = 60_000;
const MAX_AT_ONCE = 4;
const MAX_WAITING = 100;
/** About twenty views of a map that nobody has looked at before. */
const MAX_PER_MINUTE = 600;
/** How long it is remembered that a provider has no such tile. */
const MISSING_MS = 60 * MINUTE_MS;
const MAX_MISSING = 10_000;

export interface ProviderTilesParts {
  offer: StreetsOffer;
  provider: Provider;
  cache: TileCache;
  log: Logger;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Tiles of a provider, which is asked as little as can be: see docs/deployment.md. */
export class ProviderTiles implements TileSource {
  readonly offer: StreetsOffer;
  readonly leastTileZoom = TILES_FROM_ZOOM;
  private readonly asking = new Map<string, Promise<Tile | null>>();
  private readonly missing = new LRUCache<string, number>({ max: MAX_MISSING });
  private readonly queue = new PQueue({ concurrency: MAX_AT_ONCE });
  private readonly outage = new Outage();
  private minute = { number: 0, requested: 0 };

  constructor(private readonly parts: ProviderTilesParts) {
    this.offer = parts.offer;
  }

  /** Those who ask for the same tile at the same time get the same answer. */
  async tile(at: TileAddress): Promise<Tile | null> {
    const key = `${at.z}/${at.x}/${at.y}`;
    const running = this.asking.get(key);
    if (running) return await running;
    const answer = this.find(key, at).finally(() => this.asking.delete(key));
    this.asking.set(key, answer);
    return await answer;
  }

  async close(): Promise<void> {
    this.parts.provider.close();
    await Promise.allSettled(this.asking.values());
  }

  private async find(key: string, at: TileAddress): Promise<Tile | null> {
    const now = this.parts.now();
    const kept = await this.parts.cache.read(key);
    if (kept && kept.freshUntil > now) return kept;
    if ((this.missing.get(key) ?? 0) > now) return null;
    try {
      if (this.queue.size >= MAX_WAITING) {
        throw new UnavailableError('Too many streets are asked for at once.', true);
      }
      return await this.queue.add(() => this.ask(key, at, kept));
    } catch (error) {
      // An old map is better than none.
      if (kept) return kept;
      throw error;
    }
  }

  private async ask(key: string, at: TileAddress, kept: KeptTile | null): Promise<Tile | null> {
    if (this.outage.isOn(this.parts.now())) throw unavailable();
    this.countMinute();
    try {
      const answer = await this.parts.provider.ask(at, kept);
      if (this.outage.end()) this.parts.log.info('the provider of streets answers again');
      if (answer?.mayStore) await this.store(key, answer.tile);
      if (!answer) this.missing.set(key, this.parts.now() + MISSING_MS);
      return answer?.tile ?? null;
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const { message: reason, pauseMs } = error;
      if (this.outage.begin(this.parts.now(), pauseMs)) {
        this.parts.log.warn({ reason }, 'the provider of streets fails');
      }
      throw unavailable();
    }
  }

  private async store(key: string, tile: KeptTile): Promise<void> {
    try {
      await this.parts.cache.write(key, tile);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code;
      this.parts.log.warn({ reason }, 'a tile of the streets could not be kept');
    }
  }

  private countMinute(): void {
    const number = Math.floor(this.parts.now() / MINUTE_MS);
    if (this.minute.number !== number) this.minute = { number, requested: 0 };
    if (++this.minute.requested > MAX_PER_MINUTE) throw unavailable();
  }
}

function unavailable(): UnavailableError {
  return new UnavailableError('The streets cannot be had now.', true);
}

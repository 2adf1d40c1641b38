import { imageType } from './image-type.ts';
import type { StoredTile } from './tile-cache.ts';
import { freshForMs, retryAfterMs } from './tile-freshness.ts';
import type { TileAddress } from './tile-source.ts';

const MAX_TILE_BYTES = 1024 * 1024;
const IMAGE_TYPES = 'image/png, image/jpeg, image/webp';
/** Statuses for a tile that the provider does not have. */
const NO_TILE_STATUSES = [204, 404, 410];

export interface ProviderOptions {
  /** `https://tiles.example/{z}/{x}/{y}.png` */
  url: string;
  /** Identifies this server and its public URL. */
  userAgent: string;
  timeoutMs: number;
  /** The maximum time that a tile is used without revalidation. */
  maxFreshMs: number;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Thrown when a provider does not return a tile; the message does not reveal which one was
 * requested.
 */
export class ProviderError extends Error {
  override name = 'ProviderError';
  constructor(
    message: string,
    /** How long the provider asks us to wait. */
    readonly pauseMs = 0,
  ) {
    super(message);
  }
}

/** Requests tiles from a provider, which only learns the tile and the identity of this server. */
export class TileProvider {
  private readonly closing = new AbortController();

  constructor(private readonly options: ProviderOptions) {}

  /**
   * @param stored an older copy, which is returned if it is still valid
   * @returns the tile, and whether it may be stored; null when the provider has none there
   * @throws {ProviderError} when it fails or returns anything but an image of plausible size
   */
  async fetchTile(
    at: TileAddress,
    stored: StoredTile | null,
  ): Promise<{ tile: StoredTile; mayStore: boolean } | null> {
    const { url, timeoutMs } = this.options;
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), this.closing.signal]);
    const address = url.replace(/\{([xyz])\}/g, (_, name: keyof TileAddress) => String(at[name]));
    try {
      const headers = this.headers(stored);
      const response = await fetch(address, { headers, signal, redirect: 'error' });
      return await this.read(response, stored);
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      const { name, cause } = error as Error;
      const code = (cause as NodeJS.ErrnoException | undefined)?.code;
      const reason = name === 'TimeoutError' ? 'it takes too long' : (code ?? 'it hangs up');
      throw new ProviderError(reason);
    }
  }

  close(): void {
    this.closing.abort();
  }

  private headers(stored: StoredTile | null): Record<string, string> {
    return {
      accept: IMAGE_TYPES,
      'user-agent': this.options.userAgent,
      ...(stored?.etag ? { 'if-none-match': stored.etag } : {}),
      ...(stored?.lastModified ? { 'if-modified-since': stored.lastModified } : {}),
    };
  }

  private async read(
    response: Response,
    stored: StoredTile | null,
  ): Promise<{ tile: StoredTile; mayStore: boolean } | null> {
    const { now, maxFreshMs } = this.options;
    const { headers, status } = response;
    const freshMs = freshForMs(headers, maxFreshMs);
    const freshUntil = now() + Math.min(freshMs ?? 0, maxFreshMs);
    const mayStore = freshMs !== null;
    if (status !== 200) await response.body?.cancel();
    if (status === 304 && stored) return { tile: { ...stored, freshUntil }, mayStore };
    if (NO_TILE_STATUSES.includes(status)) return null;
    if (status !== 200) {
      throw new ProviderError(`it answers ${status}`, retryAfterMs(headers, now()));
    }
    const bytes = await readBody(response);
    const type = imageType(bytes);
    if (!type) throw new ProviderError('it gives something that is no PNG, JPEG or WebP');
    const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
    return { tile: { type, bytes, etag, lastModified, freshUntil }, mayStore };
  }
}

async function readBody(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    // Leaving the loop closes the connection.
    if (size > MAX_TILE_BYTES) throw new ProviderError('it gives more than a tile can be');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

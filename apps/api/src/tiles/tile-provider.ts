import { pictureType } from './picture-type.ts';
import type { KeptTile } from './tile-cache.ts';
import { freshForMs, retryAfterMs } from './tile-freshness.ts';
import type { TileAddress } from './tile-source.ts';

const MAX_TILE_BYTES = 1024 * 1024;
const PICTURES = 'image/png, image/jpeg, image/webp';
/** That it has no such tile. */
const NONE = [204, 404, 410];

export interface ProviderOptions {
  /** `https://tiles.example/{z}/{x}/{y}.png` */
  url: string;
  /** Who asks, and where that can be read about. */
  userAgent: string;
  timeoutMs: number;
  /** The longest that a tile is used without asking again. */
  mostFreshMs: number;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** A provider did not give a tile; the message tells nothing about which one was asked for. */
export class ProviderError extends Error {
  override name = 'ProviderError';
  constructor(
    message: string,
    /** How long it wants not to be asked. */
    readonly pauseMs = 0,
  ) {
    super(message);
  }
}

/** Asks a provider of tiles. It learns which tile is wanted and that this server wants it, no more. */
export class Provider {
  private readonly closing = new AbortController();

  constructor(private readonly options: ProviderOptions) {}

  /**
   * @param kept an older copy; when that still holds it is given back
   * @returns the tile, and whether it may be stored; null when the provider has none there
   * @throws {ProviderError} when it fails, or gives anything but a picture of a tile's size
   */
  async ask(
    at: TileAddress,
    kept: KeptTile | null,
  ): Promise<{ tile: KeptTile; mayStore: boolean } | null> {
    const { url, timeoutMs } = this.options;
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), this.closing.signal]);
    const address = url.replace(/\{([xyz])\}/g, (_, name: keyof TileAddress) => String(at[name]));
    try {
      const headers = this.headers(kept);
      const response = await fetch(address, { headers, signal, redirect: 'error' });
      return await this.read(response, kept);
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

  private headers(kept: KeptTile | null): Record<string, string> {
    return {
      accept: PICTURES,
      'user-agent': this.options.userAgent,
      ...(kept?.etag ? { 'if-none-match': kept.etag } : {}),
      ...(kept?.lastModified ? { 'if-modified-since': kept.lastModified } : {}),
    };
  }

  private async read(
    response: Response,
    kept: KeptTile | null,
  ): Promise<{ tile: KeptTile; mayStore: boolean } | null> {
    const { now, mostFreshMs } = this.options;
    const { headers, status } = response;
    const freshMs = freshForMs(headers, mostFreshMs);
    const freshUntil = now() + Math.min(freshMs ?? 0, mostFreshMs);
    const mayStore = freshMs !== null;
    if (status !== 200) await response.body?.cancel();
    if (status === 304 && kept) return { tile: { ...kept, freshUntil }, mayStore };
    if (NONE.includes(status)) return null;
    if (status !== 200) {
      throw new ProviderError(`it answers ${status}`, retryAfterMs(headers, now()));
    }
    const bytes = await readBody(response);
    const type = pictureType(bytes);
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
    // Leaving the loop hangs up.
    if (size > MAX_TILE_BYTES) throw new ProviderError('it gives more than a tile can be');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

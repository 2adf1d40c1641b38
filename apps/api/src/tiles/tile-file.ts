import { type FileHandle, open } from 'node:fs/promises';
import { type Header, PMTiles, type RangeResponse, type Source, TileType } from 'pmtiles';
import type { TileOffer } from '#contract';
import { StartError } from '../config/start-error.ts';
import {
  TILES_AREA,
  TILES_FROM_ZOOM,
  type Tile,
  type TileAddress,
  type TileSource,
} from './tile-source.ts';

/** The layer of the Protomaps basemap that contains the streets. */
const STREETS_LAYER = 'roads';
const types: Partial<Record<TileType, string>> = {
  [TileType.Mvt]: 'application/vnd.mapbox-vector-tile',
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
};

interface Metadata {
  attribution?: string;
  vector_layers?: { id: string }[];
}

/** A PMTiles file of raster or vector tiles (https://github.com/protomaps/PMTiles, version 3). */
export class TileFile implements TileSource {
  readonly isLocal = true;

  private constructor(
    private readonly file: FileSource,
    private readonly tiles: PMTiles,
    readonly offer: TileOffer,
    private readonly type: string,
  ) {}

  /** Vector tiles are drawn twice as wide, so they are requested one zoom level lower. */
  get minTileZoom(): number {
    return this.offer.kind === 'shapes' ? TILES_FROM_ZOOM - 1 : TILES_FROM_ZOOM;
  }

  /**
   * @param attribution takes precedence over that of the file
   * @throws {StartError} when it cannot be read or has no usable streets
   */
  static async open(path: string, attribution: string | undefined): Promise<TileFile> {
    const file = new FileSource(path, await open(path, 'r'));
    try {
      const tiles = new PMTiles(file);
      const { header, metadata } = await readHeader(tiles, path);
      const type = checkContent(header, metadata, path);
      const offer = offerOf(header, attribution ?? plainText(metadata.attribution));
      if (!offer.attribution) {
        throw new StartError(
          `STREETS_ATTRIBUTION must be set: ${path} does not tell whom its map is by.`,
        );
      }
      return new TileFile(file, tiles, offer, type);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async tile({ z, x, y }: TileAddress): Promise<Tile | null> {
    const found = await this.tiles.getZxy(z, x, y);
    return found ? { type: this.type, bytes: Buffer.from(found.data) } : null;
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

/** Reads byte ranges of a file for the pmtiles library. */
class FileSource implements Source {
  constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  getKey(): string {
    return this.path;
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const data = new ArrayBuffer(length);
    const { bytesRead } = await this.handle.read(new Uint8Array(data), 0, length, offset);
    return { data: data.slice(0, bytesRead) };
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}

async function readHeader(
  tiles: PMTiles,
  path: string,
): Promise<{ header: Header; metadata: Metadata }> {
  try {
    const header = await tiles.getHeader();
    return { header, metadata: (await tiles.getMetadata()) as Metadata };
  } catch {
    throw new StartError(`${path} is no PMTiles file of version 3, or it is broken: replace it.`);
  }
}

/** @returns the media type of the tiles */
function checkContent(header: Header, metadata: Metadata, path: string): string {
  const type = types[header.tileType];
  if (!type) {
    throw new StartError(`${path} must have tiles in PNG, JPEG, WebP or MVT; it has others.`);
  }
  const layers = metadata.vector_layers ?? [];
  if (header.tileType === TileType.Mvt && !layers.some(({ id }) => id === STREETS_LAYER)) {
    throw new StartError(
      `${path} must be a Protomaps basemap or have pictures: its shapes have no layer "${STREETS_LAYER}".`,
    );
  }
  if (header.maxZoom < TILES_FROM_ZOOM) {
    throw new StartError(
      `${path} must have tiles of zoom ${TILES_FROM_ZOOM} or more; it ends at ${header.maxZoom}.`,
    );
  }
  const [west, south, east, north] = boundsOf(header);
  if (west >= east || south >= north) {
    throw new StartError(`${path} must show the border country; it shows another.`);
  }
  return type;
}

function offerOf(header: Header, attribution: string): TileOffer {
  return {
    kind: header.tileType === TileType.Mvt ? 'shapes' : 'pictures',
    attribution,
    leastZoom: TILES_FROM_ZOOM,
    mostTileZoom: header.maxZoom,
    bounds: boundsOf(header),
  };
}

function boundsOf({ minLon, minLat, maxLon, maxLat }: Header): TileOffer['bounds'] {
  const { west, south, east, north } = TILES_AREA;
  return [
    Math.max(west, minLon),
    Math.max(south, minLat),
    Math.min(east, maxLon),
    Math.min(north, maxLat),
  ];
}

/** Converts the attribution of a file, which is HTML, to plain text. */
function plainText(html: string | undefined): string {
  return (html ?? '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&')
    .trim();
}

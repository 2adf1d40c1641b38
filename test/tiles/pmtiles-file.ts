import { Compression, TileType, zxyToTileId } from 'pmtiles';

const HEADER_BYTES = 127;

interface FileContent {
  type: TileType;
  /** By `z/x/y`. */
  tiles: Record<string, Buffer>;
  metadata: object;
  /** west, south, east, north in WGS 84 degrees. */
  bounds: [number, number, number, number];
  compression?: Compression;
}

/**
 * A PMTiles file, version 3: a header, one directory, the metadata and the tiles, in this order.
 */
export function pmtilesFile(content: FileContent): Buffer {
  const { type, metadata, bounds, compression = Compression.None } = content;
  const tiles = Object.entries(content.tiles)
    .map(([place, bytes]) => {
      const [z, x, y] = place.split('/').map(Number) as [number, number, number];
      return { id: zxyToTileId(z, x, y), z, bytes };
    })
    .sort((a, b) => a.id - b.id);
  const parts = [
    directory(tiles),
    Buffer.from(JSON.stringify(metadata)),
    Buffer.concat(tiles.map(({ bytes }) => bytes)),
  ] as const;
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles\x03', 'latin1');
  const sections = [parts[0].length, parts[1].length, 0, parts[2].length];
  let offset = HEADER_BYTES;
  sections.forEach((length, section) => {
    header.writeBigUInt64LE(BigInt(offset), 8 + section * 16);
    header.writeBigUInt64LE(BigInt(length), 16 + section * 16);
    offset += length;
  });
  for (const count of [72, 80, 88]) header.writeBigUInt64LE(BigInt(tiles.length), count);
  const zooms = tiles.map(({ z }) => z);
  header.set([1, Compression.None, compression, type, Math.min(...zooms), Math.max(...zooms)], 96);
  bounds.forEach((degrees, index) => {
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + index * 4);
  });
  return Buffer.concat([header, ...parts]);
}

/**
 * Ids as steps from one to the next, then how often, how long, and where: behind the one before.
 */
function directory(tiles: { id: number; bytes: Buffer }[]): Buffer {
  const steps = tiles.map(({ id }, index) => id - (tiles[index - 1]?.id ?? 0));
  return varints([
    tiles.length,
    ...steps,
    ...tiles.map(() => 1),
    ...tiles.map(({ bytes }) => bytes.length),
    ...tiles.map((_, index) => (index === 0 ? 1 : 0)),
  ]);
}

/** Of a tile that is 4096 steps wide. */
interface Shape {
  layer: string;
  kind: string;
  type: 'line' | 'polygon';
  points: [number, number][];
}

/** A vector tile (https://github.com/mapbox/vector-tile-spec, 2.1). */
export function vectorTile(shapes: Shape[]): Buffer {
  return Buffer.concat(
    shapes.map(({ layer, kind, type, points }) => {
      const feature = Buffer.concat([
        message(2, varints([0, 0])),
        varints([tag(3, 0), type === 'line' ? 2 : 3]),
        message(4, varints(geometry(points, type))),
      ]);
      const parts = [
        varints([tag(15, 0), 2]),
        message(1, Buffer.from(layer)),
        message(2, feature),
        message(3, Buffer.from('kind')),
        message(4, message(1, Buffer.from(kind))),
        varints([tag(5, 0), 4096]),
      ];
      return message(3, Buffer.concat(parts));
    }),
  );
}

function geometry(points: [number, number][], type: Shape['type']): number[] {
  const zigzag = (n: number): number => (n << 1) ^ (n >> 31);
  const steps = points.map(([x, y], index) => {
    const [fromX, fromY] = points[index - 1] ?? [0, 0];
    return [zigzag(x - fromX), zigzag(y - fromY)];
  });
  const command = (id: number, count: number): number => id | (count << 3);
  const [first = [], ...rest] = steps;
  const drawn = [command(1, 1), ...first, command(2, rest.length), ...rest.flat()];
  return type === 'polygon' ? [...drawn, command(7, 1)] : drawn;
}

const tag = (field: number, wire: number): number => (field << 3) | wire;

function message(field: number, bytes: Buffer): Buffer {
  return Buffer.concat([varints([tag(field, 2), bytes.length]), bytes]);
}

function varints(numbers: number[]): Buffer {
  const bytes: number[] = [];
  for (let rest of numbers) {
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
    bytes.push(rest);
  }
  return Buffer.from(bytes);
}

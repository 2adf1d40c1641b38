/** TopoJSON with one quantized line: the border of the United States and Mexico, from west to east. */
export interface BorderTopology {
  transform: { scale: number[] };
  arcs: number[][][];
}

/** Longitudes and latitudes of its corners, in degrees. */
export type BorderLine = [longitude: number, latitude: number][];

/** So far into the sea, in degrees, its ends are continued to the west and to the east. */
const CONTINUED_DEGREES = 0.05;

export function readBorder({ transform, arcs }: BorderTopology): BorderLine {
  const [perX = 1, perY = 1] = transform.scale;
  let [x, y] = [0, 0];
  return (arcs[0] ?? []).map(([stepX = 0, stepY = 0]) => {
    x += stepX;
    y += stepY;
    return [x * perX, y * perY];
  });
}

/**
 * Returns on which side of the border a point is, however far to the north or south; null for a
 * point farther west or east than the border.
 */
export function borderSide(
  border: BorderLine,
  { longitude, latitude }: { longitude: number; latitude: number },
): 'US' | 'MX' | null {
  const [west, westLatitude] = border[0] as BorderLine[number];
  const [east, eastLatitude] = border.at(-1) as BorderLine[number];
  if (longitude <= west - CONTINUED_DEGREES || longitude >= east + CONTINUED_DEGREES) return null;
  if (longitude <= west) return latitude < westLatitude ? 'MX' : 'US';
  if (longitude >= east) return latitude < eastLatitude ? 'MX' : 'US';
  // Even-odd rule: from the south, a line to the north crosses the border an odd number of times.
  let isSouth = false;
  for (let at = 1; at < border.length; at++) {
    const [x1, y1] = border[at - 1] as BorderLine[number];
    const [x2, y2] = border[at] as BorderLine[number];
    if (x1 > longitude === x2 > longitude) continue;
    if (latitude < y1 + ((longitude - x1) * (y2 - y1)) / (x2 - x1)) isSouth = !isSouth;
  }
  return isSouth ? 'MX' : 'US';
}

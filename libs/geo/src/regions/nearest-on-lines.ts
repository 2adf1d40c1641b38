import type { Point } from '../geometry/point.ts';

/** Returns the nearest point of lines, on a plane around the point: good enough for a distance. */
export function nearestOnLines({ longitude, latitude }: Point, lines: number[][][]): Point {
  const scale = Math.cos((latitude * Math.PI) / 180);
  let nearest = { longitude: 0, latitude: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    for (let at = 1; at < line.length; at++) {
      const [x1, y1] = line[at - 1] as [number, number];
      const [x2, y2] = line[at] as [number, number];
      const [dx, dy] = [(x2 - x1) * scale, y2 - y1];
      const [px, py] = [(longitude - x1) * scale, latitude - y1];
      const length = dx * dx + dy * dy;
      const part = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
      const distance = (px - part * dx) ** 2 + (py - part * dy) ** 2;
      if (distance >= least) continue;
      least = distance;
      nearest = { longitude: x1 + part * (x2 - x1), latitude: y1 + part * (y2 - y1) };
    }
  }
  return nearest;
}

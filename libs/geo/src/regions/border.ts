import { createRequire } from 'node:module';
import { type BorderLine, borderSide, readBorder } from '#contract';
import { geodesic } from '../geometry/geodesic.ts';
import type { Point } from '../geometry/point.ts';
import { nearestOnLines } from './nearest-on-lines.ts';

const require = createRequire(import.meta.url);

let line: BorderLine | undefined;

/** The line of OpenStreetMap, good to some ten meters. It is read when it is needed first. */
function border(): BorderLine {
  line ??= readBorder(require('#border'));
  return line;
}

/** Returns on which side of the border of the United States and Mexico a point is. */
export function sideOfBorder(point: Point): 'US' | 'MX' | null {
  return borderSide(border(), point);
}

/** Returns how far a point is from the border of the United States and Mexico, in meters. */
export function distanceToBorder(point: Point): number {
  return geodesic(point, nearestOnLines(point, [border()])).distance_m;
}

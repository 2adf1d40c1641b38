import type { MinuteSpan } from '#directory';

/** Parses an `int4multirange`, `{[480,1200),...}`; null if the hours are unknown. */
export function parseMinuteSpans(multirange: string | null): MinuteSpan[] | null {
  if (multirange === null) return null;
  return [...multirange.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [
    Number(from),
    Number(to),
  ]);
}

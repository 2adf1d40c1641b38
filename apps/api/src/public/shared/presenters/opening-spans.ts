import type { MinuteSpan } from '#directory';

/** The spans of an `int4multirange`, `{[480,1200),...}`; null where the hours are not known. */
export function parseMinuteSpans(multirange: string | null): MinuteSpan[] | null {
  if (multirange === null) return null;
  return [...multirange.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [
    Number(from),
    Number(to),
  ]);
}

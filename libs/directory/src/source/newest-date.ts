import type { SourceNote } from '#contract';

/** Returns the latest date of the sources, as precise as given; null if none has a date. */
export function newestDate(sources: SourceNote[]): string | null {
  return sources.reduce<string | null>(
    (newest, { date }) => (date && (!newest || date > newest) ? date : newest),
    null,
  );
}

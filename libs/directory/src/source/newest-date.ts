import type { SourceNote } from '#contract';

/** The latest date among sources, as precise as its source gives it; null when none has one. */
export function newestDate(sources: SourceNote[]): string | null {
  return sources.reduce<string | null>(
    (newest, { date }) => (date && (!newest || date > newest) ? date : newest),
    null,
  );
}

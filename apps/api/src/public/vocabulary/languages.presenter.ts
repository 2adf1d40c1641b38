import type { CodeCount } from '#contract';

const readers = ['en', 'es'];

/** Languages with their names in each of the readers' languages. */
export function languageCounts(counts: Omit<CodeCount, 'names'>[]): CodeCount[] {
  return counts.map(({ code, count }) => ({
    code,
    names: Object.fromEntries(
      readers.map((reader) => [
        reader,
        new Intl.DisplayNames([reader], { type: 'language' }).of(code) ?? code,
      ]),
    ),
    count,
  }));
}

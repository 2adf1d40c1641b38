import type { CodeCount } from '#contract';

const displayLanguages = ['en', 'es'];

/** Adds to languages their names in each of the displayLanguages' languages. */
export function languageCounts(counts: Omit<CodeCount, 'names'>[]): CodeCount[] {
  return counts.map(({ code, count }) => ({
    code,
    names: Object.fromEntries(
      displayLanguages.map((displayLanguage) => [
        displayLanguage,
        new Intl.DisplayNames([displayLanguage], { type: 'language' }).of(code) ?? code,
      ]),
    ),
    count,
  }));
}

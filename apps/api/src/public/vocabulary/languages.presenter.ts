import type { CodeCount } from '#contract';

const displayLanguages = ['en', 'es'];

/** Adds the names of languages in each display language. */
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

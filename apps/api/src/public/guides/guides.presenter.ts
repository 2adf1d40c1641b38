import { type Guide, type GuideSummary, guideStatusAt } from '#contract';
import type { GuideRow } from '#directory';
import { guideBlocks } from '#exchange';

const ENGLISH = 'en';

/** Presents a guide for a list, in the requested language or else in English. */
export function presentGuideSummary(row: GuideRow, language: string, now: Date): GuideSummary {
  const { title, summary, language: textLanguage, draft } = textIn(row, language);
  const today = now.toISOString().slice(0, 10);
  const { slug, as_of, reviewed_by, review_due, texts } = row;
  return {
    slug,
    title,
    summary,
    language: textLanguage,
    languages: texts.map((text) => text.language),
    draft,
    status: guideStatusAt(today, row.status, review_due),
    as_of,
    reviewed_by,
    review_due,
  };
}

/** Presents a full guide, in the requested language or else in English. */
export function presentGuide(row: GuideRow, language: string, now: Date): Guide {
  return {
    ...presentGuideSummary(row, language, now),
    blocks: guideBlocks(textIn(row, language).body),
    changes: row.changes.map(({ date, texts, source_url }) => {
      const textLanguage = texts[language] === undefined ? ENGLISH : language;
      return { date, what: String(texts[textLanguage]), language: textLanguage, source_url };
    }),
    sources: row.sources,
  };
}

function textIn({ texts }: GuideRow, language: string) {
  const text =
    texts.find((one) => one.language === language) ?? texts.find((one) => one.language === ENGLISH);
  // The repository only returns guides with an English text.
  return text as GuideRow['texts'][number];
}

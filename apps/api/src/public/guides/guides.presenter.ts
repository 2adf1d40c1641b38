import { type Guide, type GuideSummary, guideStatusAt } from '#contract';
import type { GuideRow } from '#directory';
import { guideBlocks } from '#exchange';

const ENGLISH = 'en';

/** A guide in a list, in a language or else in English. */
export function guideSummary(row: GuideRow, language: string, now: Date): GuideSummary {
  const { title, summary, language: told, draft } = textIn(row, language);
  const today = now.toISOString().slice(0, 10);
  const { slug, as_of, reviewed_by, review_due, texts } = row;
  return {
    slug,
    title,
    summary,
    language: told,
    languages: texts.map((text) => text.language),
    draft,
    status: guideStatusAt(today, row.status, review_due),
    as_of,
    reviewed_by,
    review_due,
  };
}

/** A guide whole, in a language or else in English. */
export function wholeGuide(row: GuideRow, language: string, now: Date): Guide {
  return {
    ...guideSummary(row, language, now),
    blocks: guideBlocks(textIn(row, language).body),
    changes: row.changes.map(({ date, texts, source_url }) => {
      const told = texts[language] === undefined ? ENGLISH : language;
      return { date, what: String(texts[told]), language: told, source_url };
    }),
    sources: row.sources,
  };
}

function textIn({ texts }: GuideRow, language: string) {
  const text =
    texts.find((one) => one.language === language) ?? texts.find((one) => one.language === ENGLISH);
  // The repository gives none without.
  return text as GuideRow['texts'][number];
}

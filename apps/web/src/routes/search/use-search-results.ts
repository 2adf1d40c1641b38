import { useState } from 'react';
import { browse, type Found, find, questionKey } from '../../api-client/listing-search.ts';
import type { RoundedPosition } from '../../api-client/rounded-position.ts';
import { type Answered, type Known, useAnswer } from '../../api-client/use-api.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { askAnyway } from '../../offline/fetch-with-offline-fallback.ts';
import type { SearchAddress } from '../../urls/page-url.ts';

export type FoundResults = Answered<Found> & {
  /** Adds the next page; null when there is none. */
  more: (() => void) | null;
  /** The cursor of the next page. */
  next: string | null;
  retry(): void;
};

const attemptKey = (attempt: number, question: string) => `${attempt} ${question}`;

/** What came with the page, as the answer to its first question. */
export function knownFound(search: SearchAddress, answered: Answered<Found>): Known<Found> {
  return { key: attemptKey(0, questionKey(search, null)), answered };
}

/** The results of the search in the page's address, and the pages that were added to them. */
export function useFound(
  search: SearchAddress,
  at: RoundedPosition | null,
  known: Known<Found>,
): FoundResults {
  const { language } = useMessages();
  const [attempt, setAttempt] = useState(0);
  const key = attemptKey(attempt, questionKey(search, at));
  const first = useAnswer(
    key,
    (signal) => find(search, askAnyway, { language, at, signal }),
    known,
  );
  // Added pages belong to one question, and are let go with it.
  const [last, setAdded] = useState<{ key: string; pages: Found[] }>({ key, pages: [] });
  const added = last.key === key ? last.pages : [];

  const next = (added.at(-1) ?? first.answer)?.next ?? null;
  const more = next
    ? () => {
        browse({ ...search, cursor: next }, askAnyway, { language }).then(
          (page) => setAdded({ key, pages: [...added, page] }),
          () => setAttempt(attempt + 1),
        );
      }
    : null;
  const retry = () => setAttempt(attempt + 1);
  if (!first.answer || added.length === 0) return { ...first, more, next, retry };
  const items = [first.answer, ...added].flatMap((page) => page.items);
  return { ...first, answer: { ...first.answer, items }, more, next, retry } as FoundResults;
}

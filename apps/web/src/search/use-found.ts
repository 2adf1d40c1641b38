import { useEffect, useState } from 'react';
import type { PageAddress } from '../address/page-address.ts';
import { type Answered, useAnswer } from '../api/use-answer.ts';
import { browse, type Found, questionKey, search } from './question.ts';
import type { RoundedPosition } from './rounded-position.ts';

export type FoundResults = Answered<Found> & {
  /** Adds the next page; null when there is none. */
  more: (() => void) | null;
  retry(): void;
};

/** The results of the search in the page's address, and the pages that were added to them. */
export function useFound(address: PageAddress, at: RoundedPosition | null): FoundResults {
  const [attempt, setAttempt] = useState(0);
  const key = `${attempt} ${questionKey(address, at)}`;
  const first = useAnswer(key, (signal) => search(address, at, signal));
  const [added, setAdded] = useState<Found[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: added pages belong to one question
  useEffect(() => setAdded([]), [key]);

  const last = added.at(-1) ?? first.answer;
  const next = last?.next ?? null;
  const more = next
    ? () => {
        browse(address, next, new AbortController().signal).then(
          (page) => setAdded((pages) => [...pages, page]),
          () => setAttempt(attempt + 1),
        );
      }
    : null;
  const retry = () => setAttempt(attempt + 1);
  if (!first.answer || added.length === 0) return { ...first, more, retry };
  const items = [first.answer, ...added].flatMap((page) => page.items);
  return { ...first, answer: { ...first.answer, items }, more, retry } as FoundResults;
}

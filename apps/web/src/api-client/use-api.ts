import { useEffect, useState } from 'react';

export type Answered<Answer> =
  | { state: 'idle' | 'loading'; answer: Answer | null; error: null }
  | { state: 'done'; answer: Answer; error: null }
  | { state: 'failed'; answer: null; error: Error };

const nothing = { state: 'idle', answer: null, error: null } as const;

/** An answer that came with the page. */
export interface Known<Answer> {
  key: string;
  answered: Answered<Answer>;
}

/**
 * Asks whenever the question changes; an older question that is still under way is dropped, and
 * while a new one is, the last answer stays.
 *
 * @param key names the question; null asks nothing
 * @param known what need not be asked
 */
export function useAnswer<Answer>(
  key: string | null,
  ask: (signal: AbortSignal) => Promise<Answer>,
  known?: Known<Answer>,
): Answered<Answer> {
  const [last, setLast] = useState(known ?? { key: null, answered: nothing });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question
  useEffect(
    function askAgain() {
      if (key === null || key === last.key) return;
      const abort = new AbortController();
      const settle = (answered: Answered<Answer>) => {
        if (!abort.signal.aborted) setLast({ key, answered });
      };
      ask(abort.signal).then(
        (answer) => settle({ state: 'done', answer, error: null }),
        (error: Error) => settle({ state: 'failed', answer: null, error }),
      );
      return () => abort.abort();
    },
    [key],
  );
  if (key === null) return nothing;
  if (key === last.key) return last.answered as Answered<Answer>;
  return { state: 'loading', answer: last.answered.answer as Answer | null, error: null };
}

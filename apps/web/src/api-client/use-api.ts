import { useEffect, useState } from 'react';

export type ApiState<Answer> =
  | { state: 'idle' | 'loading'; answer: Answer | null; error: null }
  | { state: 'done'; answer: Answer; error: null }
  | { state: 'failed'; answer: null; error: Error };

const nothing = { state: 'idle', answer: null, error: null } as const;

/** An answer that came with the page. */
export interface InitialState<Answer> {
  key: string;
  answered: ApiState<Answer>;
}

/**
 * Asks whenever the question changes; an older question that is still under way is dropped, and
 * while a new one is, the last answer stays.
 *
 * @param key names the question; null asks nothing
 * @param known what need not be asked
 */
export function useApi<Answer>(
  key: string | null,
  api: (signal: AbortSignal) => Promise<Answer>,
  known?: InitialState<Answer>,
): ApiState<Answer> {
  const [last, setLast] = useState(known ?? { key: null, answered: nothing });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question
  useEffect(
    function refetch() {
      if (key === null || key === last.key) return;
      const abort = new AbortController();
      const settle = (answered: ApiState<Answer>) => {
        if (!abort.signal.aborted) setLast({ key, answered });
      };
      api(abort.signal).then(
        (answer) => settle({ state: 'done', answer, error: null }),
        (error: Error) => settle({ state: 'failed', answer: null, error }),
      );
      return () => abort.abort();
    },
    [key],
  );
  if (key === null) return nothing;
  if (key === last.key) return last.answered as ApiState<Answer>;
  return { state: 'loading', answer: last.answered.answer as Answer | null, error: null };
}

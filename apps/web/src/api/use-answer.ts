import { useEffect, useState } from 'react';

export type Answered<Answer> =
  | { state: 'idle' | 'loading'; answer: Answer | null; error: null }
  | { state: 'done'; answer: Answer; error: null }
  | { state: 'failed'; answer: null; error: Error };

/**
 * Asks whenever the question changes; an older question that is still under way is dropped, and
 * while a new one is, the last answer stays.
 *
 * @param key names the question; null asks nothing
 */
export function useAnswer<Answer>(
  key: string | null,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Answered<Answer> {
  const [answered, setAnswered] = useState<Answered<Answer>>({
    state: 'idle',
    answer: null,
    error: null,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question
  useEffect(
    function askAgain() {
      if (key === null) {
        setAnswered({ state: 'idle', answer: null, error: null });
        return;
      }
      const abort = new AbortController();
      setAnswered(({ answer }) => ({ state: 'loading', answer, error: null }));
      ask(abort.signal).then(
        (answer) => {
          if (!abort.signal.aborted) setAnswered({ state: 'done', answer, error: null });
        },
        (error: Error) => {
          if (!abort.signal.aborted) setAnswered({ state: 'failed', answer: null, error });
        },
      );
      return () => abort.abort();
    },
    [key],
  );
  return answered;
}

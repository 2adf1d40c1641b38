import { useEffect, useState } from 'react';

export type ApiState<Body> =
  | { state: 'idle' | 'loading'; answer: Body | null; error: null }
  | { state: 'done'; answer: Body; error: null }
  | { state: 'failed'; answer: null; error: Error };

const nothing = { state: 'idle', answer: null, error: null } as const;

/** A response that was loaded with the page. */
export interface InitialState<Body> {
  key: string;
  answered: ApiState<Body>;
}

/**
 * Sends a request whenever the key changes. A pending older request is aborted; while a request is
 * pending, the last response is returned.
 *
 * @param key identifies the request; null sends none
 * @param initial a response that is already loaded
 */
export function useApi<Body>(
  key: string | null,
  api: (signal: AbortSignal) => Promise<Body>,
  initial?: InitialState<Body>,
): ApiState<Body> {
  const [last, setLast] = useState(initial ?? { key: null, answered: nothing });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key identifies the request
  useEffect(
    function refetch() {
      if (key === null || key === last.key) return;
      const abort = new AbortController();
      const settle = (answered: ApiState<Body>) => {
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
  if (key === last.key) return last.answered as ApiState<Body>;
  return { state: 'loading', answer: last.answered.answer as Body | null, error: null };
}

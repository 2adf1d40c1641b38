import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { EditorValues } from '../editor-values.ts';

const SETTLED_AFTER_MS = 500;

/** Calls with what a form holds whenever somebody has stopped typing for a moment. */
export function useSettledValues(
  { subscribe, getValues }: Pick<UseFormReturn<EditorValues>, 'subscribe' | 'getValues'>,
  onSettled: (values: EditorValues) => void,
): void {
  const latest = useRef(onSettled);
  latest.current = onSettled;
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => latest.current(getValues()), SETTLED_AFTER_MS);
      },
    });
    return () => {
      clearTimeout(waiting);
      unsubscribe();
    };
  }, [subscribe, getValues]);
}

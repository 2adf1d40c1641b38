import { useState } from 'react';

/** Something that a button does, while it is on its way and when it failed. */
export interface Action<Arguments extends unknown[]> {
  run: (...given: Arguments) => Promise<void>;
  isRunning: boolean;
  error: unknown;
}

/** Runs one thing at a time and remembers why the last one failed. */
export function useAction<Arguments extends unknown[]>(
  work: (...given: Arguments) => Promise<void>,
): Action<Arguments> {
  const [state, setState] = useState<{ isRunning: boolean; error: unknown }>({
    isRunning: false,
    error: null,
  });
  const run = async (...given: Arguments) => {
    if (state.isRunning) return;
    setState({ isRunning: true, error: null });
    try {
      await work(...given);
      setState({ isRunning: false, error: null });
    } catch (error) {
      setState({ isRunning: false, error });
    }
  };
  return { run, ...state };
}

import { useEffect, useState } from 'react';

/**
 * Most responses are faster, and announcing each of them would distract users of screen readers.
 */
const SLOW_AFTER_MS = 400;

/** Returns true once loading takes long enough to announce it. */
export function useIsSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(
    function announceSlowness() {
      if (!waiting) return;
      const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
      return () => {
        clearTimeout(timer);
        setSlow(false);
      };
    },
    [waiting],
  );
  return waiting && slow;
}

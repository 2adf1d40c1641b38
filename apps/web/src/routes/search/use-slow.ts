import { useEffect, useState } from 'react';

/** Most answers are there before this: saying that one waits would only be one thing more to hear. */
const NOTICED_MS = 400;

/** True when a reader has waited for so long that they must be told. */
export function useIsSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(
    function tellAfterAMoment() {
      if (!waiting) return;
      const timer = setTimeout(() => setSlow(true), NOTICED_MS);
      return () => {
        clearTimeout(timer);
        setSlow(false);
      };
    },
    [waiting],
  );
  return waiting && slow;
}

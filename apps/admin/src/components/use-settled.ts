import { useEffect, useState } from 'react';

const SETTLED_AFTER_MS = 400;

/** Returns a value once it has stopped changing, so that not every letter is a request. */
export function useSettled<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(text), SETTLED_AFTER_MS);
    return () => clearTimeout(waiting);
  }, [text]);
  return JSON.parse(settled) as Value;
}

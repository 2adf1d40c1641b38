import { useState } from 'react';

/** A set of values, each of which can be put in and taken out. */
export function useToggledSet(): [ReadonlySet<string>, (value: string) => void] {
  const [values, setValues] = useState<ReadonlySet<string>>(new Set());
  const toggle = (value: string) => {
    const next = new Set(values);
    if (!next.delete(value)) next.add(value);
    setValues(next);
  };
  return [values, toggle];
}

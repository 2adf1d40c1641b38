import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { EditorValues } from '../editor-values.ts';
import { useSettledValues } from './use-settled-values.ts';

const MAX_STEPS = 100;

/** Takes back what was done in a form, one step after the other. */
export function useUndo(form: UseFormReturn<EditorValues>): { undo(): void; canUndo: boolean } {
  const steps = useRef<string[]>([]);
  const [canUndo, setCanUndo] = useState(false);
  if (steps.current.length === 0) steps.current.push(JSON.stringify(form.getValues()));
  useSettledValues(form, (values) => {
    const text = JSON.stringify(values);
    if (text !== steps.current.at(-1)) steps.current.push(text);
    if (steps.current.length > MAX_STEPS) steps.current.shift();
    setCanUndo(steps.current.length > 1);
  });
  const undo = () => {
    const isSettled = steps.current.at(-1) === JSON.stringify(form.getValues());
    if (isSettled && steps.current.length > 1) steps.current.pop();
    setCanUndo(steps.current.length > 1);
    form.reset(JSON.parse(String(steps.current.at(-1))), { keepDefaultValues: true });
  };
  return { undo, canUndo };
}

import type { FormEvent, ReactNode } from 'react';
import { ErrorNotice } from './error-notice.tsx';
import type { Action } from './use-action.ts';

interface ActionFormProps {
  action: Action<[]>;
  submit: string;
  children: ReactNode;
}

/** A form of a few fields with one button. */
export function ActionForm({ action, submit, children }: ActionFormProps) {
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void action.run();
  };
  return (
    <form onSubmit={onSubmit}>
      <ErrorNotice error={action.error} />
      {children}
      <button type="submit" aria-disabled={action.isRunning}>
        {submit}
      </button>
    </form>
  );
}

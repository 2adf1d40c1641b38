import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useMessages } from '../i18n/messages.tsx';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A modal dialog; Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useMessages();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    if (current && !current.open) current.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children}
      <p className="dialog-end">
        <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
          {t('dialog.close')}
        </button>
      </p>
    </dialog>
  );
}

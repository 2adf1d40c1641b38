import { useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { forgetEverything } from '../../offline/worker-client/forget-everything.ts';

/** Takes all traces of this site off the device that it can take off. */
export function ForgetButton() {
  const { t } = useMessages();
  const [done, setDone] = useState(false);
  return (
    <div className="needs-script">
      <button
        type="button"
        className="button"
        onClick={() => {
          void forgetEverything().then(() => setDone(true));
        }}
      >
        {t('forget.button')}
      </button>
      <p className="note" role="status">
        {done ? t('forget.done') : ''}
      </p>
    </div>
  );
}

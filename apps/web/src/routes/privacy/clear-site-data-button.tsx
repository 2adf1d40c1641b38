import { useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { clearSiteData } from '../../offline/worker-client/clear-site-data.ts';

/** Deletes everything this site has stored on the device. */
export function ClearSiteDataButton() {
  const { t } = useMessages();
  const [done, setDone] = useState(false);
  return (
    <div className="needs-script">
      <button
        type="button"
        className="button"
        onClick={() => {
          void clearSiteData().then(() => setDone(true));
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

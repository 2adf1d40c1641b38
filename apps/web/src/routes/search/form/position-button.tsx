import { useState } from 'react';
import { devicePosition, type RoundedPosition } from '../../../api-client/rounded-position.ts';
import { useMessages } from '../../../i18n/messages.tsx';

/** Requests the position of the device, with a note on how it is used. */
export function PositionButton({ onPosition }: { onPosition(at: RoundedPosition): void }) {
  const { t } = useMessages();
  const [state, setState] = useState<'idle' | 'searching' | 'failed'>('idle');
  const find = async () => {
    setState('searching');
    try {
      onPosition(await devicePosition());
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <div className="position needs-script">
      <button type="button" className="button" onClick={find} disabled={state === 'searching'}>
        {t(state === 'searching' ? 'position.searching' : 'position.use')}
      </button>
      <p className="note" aria-live="polite">
        {t(state === 'failed' ? 'position.failed' : 'position.note')}
      </p>
    </div>
  );
}

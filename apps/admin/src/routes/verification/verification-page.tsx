import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { VerificationMethod, VerificationOutcome } from '#contract';
import { kindPaths } from '../../api-client/records.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts';
import { CallButtons } from './call-buttons.tsx';
import { CallRecord } from './call-record.tsx';
import { useCallQueue } from './use-call-queue.ts';

/** One record that is due after the other: call, ask, press one key, and the next one is there. */
export function VerificationPage() {
  const { t } = useMessages();
  const navigate = useNavigate();
  const isMine = useSearchParams()[0].get('assigned') === 'me';
  const queue = useCallQueue(isMine ? 'me' : null);
  const [note, setNote] = useState('');
  const [method, setMethod] = useState<VerificationMethod>('phone');
  const { current } = queue;
  const answer = (outcome: VerificationOutcome) => {
    if (!current) return;
    if (outcome === 'changed') {
      const { kind, id } = current.record;
      void navigate(`/records/${kindPaths[kind]}/${id}?verify=${method}`);
      return;
    }
    void queue.answer({ outcome, method, note: note.trim() || null });
    setNote('');
  };
  const skip = () => {
    queue.skip();
    setNote('');
  };
  useShortcuts({
    y: () => answer('still_right'),
    c: () => answer('changed'),
    n: () => answer('no_answer'),
    x: () => answer('closed'),
    w: () => answer('wrong_number'),
    s: skip,
  });
  return (
    <>
      <h1>{t('nav.verification')}</h1>
      <OnlyMine isMine={isMine} />
      <ErrorNotice error={queue.error} />
      {queue.isLoading && <Waiting />}
      {queue.total !== null && (
        <p role="status">{t('call.progress', { done: queue.done, left: queue.total })}</p>
      )}
      {!queue.isLoading && !current && !queue.error && <p>{t('call.nothingDue')}</p>}
      {current && (
        <div className="call">
          <CallRecord due={current} />
          <CallButtons
            note={note}
            onNote={setNote}
            method={method}
            onMethod={setMethod}
            onAnswer={answer}
            onSkip={skip}
          />
        </div>
      )}
    </>
  );
}

function OnlyMine({ isMine }: { isMine: boolean }) {
  const { t } = useMessages();
  const [, setQuery] = useSearchParams();
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isMine}
        onChange={() => setQuery(isMine ? {} : { assigned: 'me' }, { replace: true })}
      />
      {t('call.onlyMine')}
    </label>
  );
}

import { type VerificationMethod, type VerificationOutcome, verificationMethods } from '#contract';
import { Labeled } from '../../components/labeled.tsx';
import { PlainField } from '../../components/plain-field.tsx';
import { type MessageKey, useMessages } from '../../i18n/messages.tsx';

const outcomes: { key: string; outcome: VerificationOutcome; text: MessageKey }[] = [
  { key: 'y', outcome: 'still_right', text: 'call.stillRight' },
  { key: 'c', outcome: 'changed', text: 'call.changed' },
  { key: 'n', outcome: 'no_answer', text: 'call.noAnswer' },
  { key: 'x', outcome: 'closed', text: 'call.closed' },
  { key: 'w', outcome: 'wrong_number', text: 'call.wrongNumber' },
];

interface CallButtonsProps {
  note: string;
  onNote: (note: string) => void;
  method: VerificationMethod;
  onMethod: (method: VerificationMethod) => void;
  onAnswer: (outcome: VerificationOutcome) => void;
  onSkip: () => void;
}

/** What came of the call: one key each. */
export function CallButtons(props: CallButtonsProps) {
  const { note, onNote, method, onMethod, onAnswer, onSkip } = props;
  const { t } = useMessages();
  return (
    <section aria-label={t('call.outcome')} className="call-buttons">
      {outcomes.map(({ key, outcome, text }) => (
        <button
          key={key}
          type="button"
          className={outcome === 'still_right' ? undefined : 'quiet'}
          onClick={() => onAnswer(outcome)}
          aria-keyshortcuts={key}
        >
          {t(text)} <kbd>{key}</kbd>
        </button>
      ))}
      <button type="button" className="quiet" onClick={onSkip} aria-keyshortcuts="s">
        {t('call.skip')} <kbd>s</kbd>
      </button>
      <Labeled label={t('call.method')}>
        {(ids) => (
          <select
            {...ids}
            value={method}
            onChange={({ target }) => onMethod(target.value as VerificationMethod)}
          >
            {verificationMethods.map((one) => (
              <option key={one} value={one}>
                {t(`method.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Labeled>
      <PlainField label={t('call.note')} hint={t('call.noteHint')} value={note} onValue={onNote} />
    </section>
  );
}

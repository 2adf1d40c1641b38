import type { SpeedDial } from '#contract';
import { spokenCode } from '../../format/spoken-code.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** Shows codes to dial in detention. They are text and not links, because ordinary phones cannot dial
 * them. */
export function SpeedDials({ dials }: { dials: SpeedDial[] }) {
  const messages = useMessages();
  const { t } = messages;
  if (dials.length === 0) return null;
  return (
    <div className="dials">
      {dials.map(({ code, status, note }) => (
        <div key={code} className="dial" data-status={status}>
          {status === 'working' || status === 'unverified' ? (
            <p>
              {t('dial.heading')}{' '}
              <strong className="dial-code">
                <bdi dir="ltr" aria-hidden="true">
                  {code}
                </bdi>
                <span className="only-heard">{spokenCode(code, messages)}</span>
              </strong>
            </p>
          ) : null}
          <p className="note">{t(`dial.${status}`)}</p>
          {note ? (
            <p className="note" dir="auto">
              {note}
            </p>
          ) : null}
        </div>
      ))}
    </div>
  );
}

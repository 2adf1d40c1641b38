import { useMessages } from '../../i18n/messages.tsx';
import { useSignOut } from '../../session/use-sign-out.ts';

/** A second factor counts from the next sign-in on. */
export function LeaveToSignIn() {
  const { t } = useMessages();
  const leave = useSignOut();
  return (
    <div className="notice" role="status">
      <p>{t('secondFactor.ready')}</p>
      <button type="button" onClick={() => void leave()}>
        {t('secondFactor.signInAgain')}
      </button>
    </div>
  );
}

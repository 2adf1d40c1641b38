import { signOut } from '../../api-client/sign-in.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useSessionChange } from '../../session/session.tsx';

/** A second factor counts from the next sign-in on. */
export function LeaveToSignIn() {
  const { t } = useMessages();
  const sessionChanged = useSessionChange();
  const leave = async () => {
    await signOut();
    await sessionChanged();
  };
  return (
    <div className="notice" role="status">
      <p>{t('secondFactor.ready')}</p>
      <button type="button" onClick={() => void leave()}>
        {t('secondFactor.signInAgain')}
      </button>
    </div>
  );
}

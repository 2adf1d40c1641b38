import { useState } from 'react';
import { requestPasswordLink } from '../../api-client/sign-in.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { PlainField } from '../../components/plain-field.tsx';
import { useSignInOffer } from '../../components/provider-button.tsx';
import { useAction } from '../../components/use-action.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** What somebody can do who cannot sign in. */
export function SignInHelp({ onForgotten }: { onForgotten: () => void }) {
  const { t } = useMessages();
  const { data } = useSignInOffer();
  if (!data?.password_by_mail) return <p className="hint">{t('signIn.help')}</p>;
  return (
    <button type="button" className="link" onClick={onForgotten}>
      {t('signIn.forgotten')}
    </button>
  );
}

/** Has a link for another password mailed; whether there is an account is not said. */
export function ForgottenStep({ onBack }: { onBack: () => void }) {
  const { t } = useMessages();
  const [email, setEmail] = useState('');
  const [isSent, setIsSent] = useState(false);
  const action = useAction(async () => {
    await requestPasswordLink(email);
    setIsSent(true);
  });
  return (
    <>
      {isSent ? (
        <p role="status">{t('signIn.linkSent')}</p>
      ) : (
        <ActionForm action={action} submit={t('signIn.sendLink')}>
          <PlainField
            label={t('account.email')}
            type="email"
            autoComplete="username"
            autoFocus
            required
            value={email}
            onValue={setEmail}
          />
        </ActionForm>
      )}
      <button type="button" className="link" onClick={onBack}>
        {t('signIn.back')}
      </button>
    </>
  );
}

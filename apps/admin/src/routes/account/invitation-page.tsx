import { useState } from 'react';
import { useNavigate } from 'react-router';
import { acceptInvitation, resetPassword, signInByProvider } from '../../api-client/sign-in.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { PlainField } from '../../components/plain-field.tsx';
import { ProviderButton } from '../../components/provider-button.tsx';
import { useAction } from '../../components/use-action.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useSessionChange } from '../../session/session.tsx';
import { AccountLayout } from './account-layout.tsx';
import { useOneTimeToken } from './one-time-token.ts';

/** Sets the password of an account, with the link of an administrator. */
export function InvitationPage({ isReset = false }: { isReset?: boolean }) {
  const { t } = useMessages();
  const navigate = useNavigate();
  const sessionChanged = useSessionChange();
  const token = useOneTimeToken();
  const [password, setPassword] = useState('');
  const action = useAction(async () => {
    await (isReset ? resetPassword : acceptInvitation)(token, password);
    await sessionChanged();
    await navigate('/');
  });
  return (
    <AccountLayout title={t(isReset ? 'reset.title' : 'invitation.title')}>
      <p>{t('invitation.lead')}</p>
      <ActionForm action={action} submit={t('invitation.submit')}>
        <PlainField
          label={t('account.newPassword')}
          hint={t('account.passwordHint')}
          type="password"
          autoComplete="new-password"
          minLength={12}
          required
          value={password}
          onValue={setPassword}
        />
      </ActionForm>
      {isReset ? null : (
        <ProviderButton text="provider.signIn" begin={() => signInByProvider(token)} />
      )}
    </AccountLayout>
  );
}

import { useState } from 'react';
import { useNavigate } from 'react-router';
import { setUp } from '../../api-client/sign-in.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { PlainField } from '../../components/plain-field.tsx';
import { useAction } from '../../components/use-action.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useSessionChange } from '../../session/session.tsx';
import { AccountLayout } from './account-layout.tsx';
import { useOneTimeToken } from './one-time-token.ts';

/** Makes the first administrator, with the link that the server printed when it started. */
export function SetUpPage() {
  const { t } = useMessages();
  const navigate = useNavigate();
  const sessionChanged = useSessionChange();
  const token = useOneTimeToken();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const action = useAction(async () => {
    await setUp({ token, name, email, password });
    await sessionChanged();
    await navigate('/');
  });
  return (
    <AccountLayout title={t('setUp.title')}>
      <p>{t('setUp.lead')}</p>
      <ActionForm action={action} submit={t('setUp.submit')}>
        <PlainField
          label={t('account.name')}
          autoComplete="name"
          required
          value={name}
          onValue={setName}
        />
        <PlainField
          label={t('account.email')}
          type="email"
          autoComplete="username"
          required
          value={email}
          onValue={setEmail}
        />
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
    </AccountLayout>
  );
}

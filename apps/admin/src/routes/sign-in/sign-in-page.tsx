import { useState } from 'react';
import {
  sendCode,
  sendRecoveryCode,
  signInByProvider,
  signInWithPasskey,
  signInWithPassword,
} from '../../api-client/sign-in.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PlainField } from '../../components/plain-field.tsx';
import { ProviderButton, ProviderFailure } from '../../components/provider-button.tsx';
import { useAction } from '../../components/use-action.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useSessionChange } from '../../session/session.tsx';
import { AccountLayout } from '../account/account-layout.tsx';
import { ForgottenStep, SignInHelp } from './forgotten-step.tsx';

/** Sign-in: a password and then a code, or a passkey. */
export function SignInPage() {
  const { t } = useMessages();
  const [step, setStep] = useState<'password' | 'code' | 'recovery' | 'forgotten'>('password');
  return (
    <AccountLayout title={t('signIn.title')}>
      {step === 'password' && (
        <PasswordStep
          onCodeNeeded={() => setStep('code')}
          onForgotten={() => setStep('forgotten')}
        />
      )}
      {step === 'code' && <CodeStep onLostDevice={() => setStep('recovery')} />}
      {step === 'recovery' && <RecoveryStep />}
      {step === 'forgotten' && <ForgottenStep onBack={() => setStep('password')} />}
    </AccountLayout>
  );
}

interface PasswordStepProps {
  onCodeNeeded: () => void;
  onForgotten: () => void;
}

function PasswordStep({ onCodeNeeded, onForgotten }: PasswordStepProps) {
  const { t } = useMessages();
  const sessionChanged = useSessionChange();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const withPassword = useAction(async () => {
    if (await signInWithPassword(email, password)) onCodeNeeded();
    else await sessionChanged();
  });
  const withPasskey = useAction(async () => {
    await signInWithPasskey();
    await sessionChanged();
  });
  return (
    <>
      <ProviderFailure />
      <ActionForm action={withPassword} submit={t('signIn.submit')}>
        <PlainField
          label={t('account.email')}
          type="email"
          autoComplete="username webauthn"
          required
          value={email}
          onValue={setEmail}
        />
        <PlainField
          label={t('account.password')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onValue={setPassword}
        />
      </ActionForm>
      <p className="or">{t('signIn.or')}</p>
      <ErrorNotice error={withPasskey.error} />
      <button type="button" className="quiet" onClick={() => void withPasskey.run()}>
        {t('signIn.passkey')}
      </button>
      <ProviderButton text="provider.signIn" begin={() => signInByProvider()} />
      <SignInHelp onForgotten={onForgotten} />
    </>
  );
}

function CodeStep({ onLostDevice }: { onLostDevice: () => void }) {
  const { t } = useMessages();
  const sessionChanged = useSessionChange();
  const [code, setCode] = useState('');
  const action = useAction(async () => {
    await sendCode(code.replace(/\s/g, ''));
    await sessionChanged();
  });
  return (
    <>
      <ActionForm action={action} submit={t('signIn.sendCode')}>
        <PlainField
          label={t('signIn.code')}
          hint={t('signIn.codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          required
          value={code}
          onValue={setCode}
        />
      </ActionForm>
      <button type="button" className="link" onClick={onLostDevice}>
        {t('signIn.useRecoveryCode')}
      </button>
    </>
  );
}

function RecoveryStep() {
  const { t } = useMessages();
  const sessionChanged = useSessionChange();
  const [code, setCode] = useState('');
  const action = useAction(async () => {
    await sendRecoveryCode(code.trim());
    await sessionChanged();
  });
  return (
    <ActionForm action={action} submit={t('signIn.sendCode')}>
      <PlainField
        label={t('signIn.recoveryCode')}
        hint={t('signIn.recoveryHint')}
        autoComplete="off"
        autoFocus
        required
        value={code}
        onValue={setCode}
      />
    </ActionForm>
  );
}

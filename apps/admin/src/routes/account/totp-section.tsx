import { useState } from 'react';
import { encode } from 'uqr';
import { beginTotp, confirmTotp, removeTotp, type TotpSecret } from '../../api-client/sign-in.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PlainField } from '../../components/plain-field.tsx';
import { useAction } from '../../components/use-action.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useSession, useSessionChange } from '../../session/session.tsx';

/** Codes of an authenticator app. */
export function TotpSection() {
  const { t } = useMessages();
  const { session } = useSession();
  const { totp: isOn } = session.second_factor;
  const [secret, setSecret] = useState<TotpSecret | null>(null);
  return (
    <section>
      <h2>{t('totp.title')}</h2>
      {secret && <TotpSecretStep secret={secret} />}
      {!secret && (isOn ? <RemoveStep /> : <PasswordStep onSecret={setSecret} />)}
    </section>
  );
}

function PasswordStep({ onSecret }: { onSecret: (secret: TotpSecret) => void }) {
  const { t } = useMessages();
  const [password, setPassword] = useState('');
  const action = useAction(async () => onSecret(await beginTotp(password)));
  return (
    <>
      <p>{t('totp.lead')}</p>
      <ActionForm action={action} submit={t('totp.begin')}>
        <PlainField
          label={t('account.password')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onValue={setPassword}
        />
      </ActionForm>
    </>
  );
}

function RemoveStep() {
  const { t } = useMessages();
  const sessionChanged = useSessionChange();
  const action = useAction(async () => {
    await removeTotp();
    await sessionChanged();
  });
  return (
    <>
      <p>{t('totp.isOn')}</p>
      <ErrorNotice error={action.error} />
      <button type="button" className="quiet danger" onClick={() => void action.run()}>
        {t('totp.remove')}
      </button>
    </>
  );
}

function TotpSecretStep({ secret: { totp_uri, recovery_codes } }: { secret: TotpSecret }) {
  const { t } = useMessages();
  const sessionChanged = useSessionChange();
  const [code, setCode] = useState('');
  const action = useAction(async () => {
    await confirmTotp(code.replace(/\s/g, ''));
    await sessionChanged();
  });
  return (
    <>
      <p>{t('totp.scan')}</p>
      <TotpQrCode url={totp_uri} />
      <p>
        {t('totp.secret')} <code>{new URL(totp_uri).searchParams.get('secret')}</code>
      </p>
      <h3>{t('totp.recoveryCodes')}</h3>
      <p>{t('totp.recoveryLead')}</p>
      <ul className="recovery-codes">
        {recovery_codes.map((recoveryCode) => (
          <li key={recoveryCode}>
            <code>{recoveryCode}</code>
          </li>
        ))}
      </ul>
      <ActionForm action={action} submit={t('totp.confirm')}>
        <PlainField
          label={t('signIn.code')}
          hint={t('signIn.codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onValue={setCode}
        />
      </ActionForm>
    </>
  );
}

function TotpQrCode({ url }: { url: string }) {
  const { t } = useMessages();
  const { data, size } = encode(url, { border: 4 });
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? `M${x},${y}h1v1h-1z` : [])),
  );
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t('totp.qrCode')}
    >
      <path d={dark.join('')} />
    </svg>
  );
}

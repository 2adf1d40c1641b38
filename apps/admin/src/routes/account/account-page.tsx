import { useMessages } from '../../i18n/messages.tsx';
import { useSession } from '../../session/session.tsx';
import { PasskeySection } from './passkey-section.tsx';
import { ProviderSection } from './provider-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { TokensSection } from './tokens-section.tsx';
import { TotpSection } from './totp-section.tsx';

/** One's own account. */
export function AccountPage() {
  const { t } = useMessages();
  const { session, ability } = useSession();
  return (
    <>
      <h1>{t('nav.account')}</h1>
      <p>
        {session.user.name}, {session.user.email}, {t(`role.${session.user.role}`)}
      </p>
      <PasskeySection />
      <TotpSection />
      <ProviderSection />
      <SessionsSection />
      {ability.can('create', 'token') && <TokensSection />}
    </>
  );
}

import { useMessages } from '../../i18n/messages.tsx';
import { useSession } from '../../session/session.tsx';
import { AccountLayout } from './account-layout.tsx';
import { LeaveToSignIn } from './leave-to-sign-in.tsx';
import { PasskeySection } from './passkey-section.tsx';
import { TotpSection } from './totp-section.tsx';

/** What someone who needs a second factor sees until one is set up and was used to sign in. */
export function SecondFactorPage() {
  const { t } = useMessages();
  const { session } = useSession();
  const { totp, passkeys } = session.second_factor;
  return (
    <AccountLayout title={t('secondFactor.title')}>
      <p>{t('secondFactor.lead')}</p>
      {(totp || passkeys > 0) && <LeaveToSignIn />}
      <PasskeySection />
      <TotpSection />
    </AccountLayout>
  );
}

import { linkToProvider, unlinkFromProvider } from '../../api-client/sign-in.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import {
  ProviderButton,
  ProviderFailure,
  useSignInOffer,
} from '../../components/provider-button.tsx';
import { useAction } from '../../components/use-action.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useSession, useSessionChange } from '../../session/session.tsx';

/** Links one's own account to the provider by which one can sign in, where there is one. */
export function ProviderSection() {
  const { t } = useMessages();
  const { session } = useSession();
  const sessionChanged = useSessionChange();
  const { data } = useSignInOffer();
  const unlink = useAction(async () => {
    await unlinkFromProvider();
    await sessionChanged();
  });
  if (!data?.provider) return null;
  const { label: provider } = data.provider;
  return (
    <section>
      <h2>{provider}</h2>
      <ProviderFailure />
      <ErrorNotice error={unlink.error} />
      <p>{t(session.linked_to_provider ? 'provider.linked' : 'provider.unlinked', { provider })}</p>
      {session.linked_to_provider ? (
        <button type="button" className="quiet danger" onClick={() => void unlink.run()}>
          {t('provider.unlink')}
        </button>
      ) : (
        <ProviderButton text="provider.link" begin={linkToProvider} />
      )}
    </section>
  );
}

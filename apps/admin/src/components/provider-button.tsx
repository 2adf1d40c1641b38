import { useQuery } from '@tanstack/react-query';
import { readSignInOffer } from '../api-client/sign-in.ts';
import { useMessages } from '../i18n/messages.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { useAction } from './use-action.ts';

/** What this server offers to those who sign in, once it is known. */
export function useSignInOffer() {
  return useQuery({ queryKey: ['sign-in-offer'], queryFn: readSignInOffer, staleTime: 60_000 });
}

interface ProviderButtonProps {
  /** With a place for the name of the provider. */
  text: 'provider.signIn' | 'provider.link';
  /** @returns where the browser has to go */
  begin: () => Promise<string>;
}

/** Leads to the provider by which one can sign in, where there is one. */
export function ProviderButton({ text, begin }: ProviderButtonProps) {
  const { t } = useMessages();
  const { data } = useSignInOffer();
  const action = useAction(async () => {
    location.assign(await begin());
  });
  if (!data?.provider) return null;
  return (
    <>
      <ErrorNotice error={action.error} />
      <button type="button" className="quiet" onClick={() => void action.run()}>
        {t(text, { provider: data.provider.label })}
      </button>
    </>
  );
}

/** Says that it did not work, on the page to which the browser was sent back. */
export function ProviderFailure() {
  const { t } = useMessages();
  if (new URLSearchParams(location.search).get('provider') !== 'failed') return null;
  return (
    <p className="notice problem" role="alert">
      {t('provider.failed')}
    </p>
  );
}

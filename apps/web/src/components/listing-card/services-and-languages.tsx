import type { Listing } from '#contract';
import { useMessages } from '../../i18n/messages.tsx';
import { RecordText } from '../provenance/record-text.tsx';

/** Who is received and what to bring. In a list, what nobody knows is left out. */
export function ServicesAndLanguages({ listing, brief }: { listing: Listing; brief: boolean }) {
  const { t } = useMessages();
  const { eligibility, accepts, required_documents, status, translations } = listing;
  const mayBring = !brief && status !== 'closed';
  return (
    <>
      {eligibility ? (
        <>
          <dt>{t('card.eligibility')}</dt>
          <dd>
            <RecordText text={eligibility} field="eligibility" translations={translations} />
          </dd>
        </>
      ) : null}
      {accepts.length > 0 ? (
        <>
          <dt>{t('card.accepts')}</dt>
          <dd>{accepts.map((code) => t(`card.accepts.${code}`)).join(', ')}</dd>
        </>
      ) : null}
      {mayBring || required_documents.length > 0 ? (
        <>
          <dt>{t('card.bring')}</dt>
          <dd>
            {required_documents.length > 0 ? (
              <bdi>{required_documents.join(', ')}</bdi>
            ) : (
              t('card.bring.unknown')
            )}
          </dd>
        </>
      ) : null}
    </>
  );
}

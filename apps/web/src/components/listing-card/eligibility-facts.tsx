import type { Listing } from '#contract';
import { useMessages } from '../../i18n/messages.tsx';
import { RecordText } from '../provenance/record-text.tsx';

/** Shows who is accepted and what to bring. In a list, unknown details are omitted. */
export function EligibilityFacts({ listing, brief }: { listing: Listing; brief: boolean }) {
  const { t } = useMessages();
  const { eligibility, accepts, required_documents, status, translations } = listing;
  const showDocuments = !brief && status !== 'closed';
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
      {showDocuments || required_documents.length > 0 ? (
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

import type { ListedService } from '#contract';
import { useMessages } from '../../i18n/messages.tsx';
import { useVocabulary } from '../../i18n/vocabulary.tsx';
import { RecordText } from '../provenance/record-text.tsx';

/** What a service says about itself, or a listing about all its services together. */
type Facts = Pick<
  ListedService,
  'languages' | 'costs' | 'eligibility' | 'accepts' | 'required_documents' | 'translations'
>;

/**
 * Shows languages, costs, who is accepted and what to bring. Unknown details are omitted.
 *
 * @param documents whether to say so if it is not known what to bring
 */
export function ServiceFacts({ facts, documents }: { facts: Facts; documents: boolean }) {
  const { t } = useMessages();
  const { languageName } = useVocabulary();
  const { languages, eligibility, accepts, required_documents, translations } = facts;
  const costs = facts.costs.filter((cost) => cost !== 'unknown');
  return (
    <>
      {languages.length > 0 ? (
        <>
          <dt>{t('card.languages')}</dt>
          <dd>{languages.map(languageName).join(', ')}</dd>
        </>
      ) : null}
      {costs.length > 0 ? (
        <>
          <dt>{t('card.cost')}</dt>
          <dd>{costs.map((cost) => t(`card.cost.${cost}`)).join(', ')}</dd>
        </>
      ) : null}
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
      {documents || required_documents.length > 0 ? (
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

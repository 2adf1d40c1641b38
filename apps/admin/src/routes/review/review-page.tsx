import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listSuggestions } from '../../api-client/review.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { SuggestionItem } from './suggestion-item.tsx';

const SUGGESTIONS = ['suggestions'];

/** What readers, contributors and the bundled records say, the most harmful first. */
export function ReviewPage() {
  const { t } = useMessages();
  const queries = useQueryClient();
  const { data, error, isPending } = useQuery({
    queryKey: SUGGESTIONS,
    queryFn: listSuggestions,
  });
  const handled = () => queries.invalidateQueries({ queryKey: SUGGESTIONS });
  return (
    <>
      <h1>{t('nav.review')}</h1>
      <ErrorNotice error={error} />
      {isPending && <Waiting />}
      {data && <p role="status">{t('review.total', { count: data.total })}</p>}
      {data?.items.map((suggestion) => (
        <SuggestionItem key={suggestion.id} suggestion={suggestion} onHandled={handled} />
      ))}
    </>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { listSavedViews, removeSavedView, storeSavedView } from '../../api-client/record-lists.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PlainField } from '../../components/plain-field.tsx';
import { useAction } from '../../components/use-action.ts';
import { type MessageKey, useMessages } from '../../i18n/messages.tsx';

/** The views that everybody has. */
const BUILT_IN: { text: MessageKey; query: string }[] = [
  { text: 'views.mine', query: 'assigned=me' },
  { text: 'views.possiblyClosed', query: 'kind=organization&status=unknown' },
  { text: 'views.never', query: 'due=never' },
  { text: 'views.due', query: 'due=due&sort=due' },
  { text: 'views.changed', query: 'changed_within_days=7&sort=changed' },
];

/** Views of the list: those that everybody has, and one's own. */
export function SavedViews() {
  const { t } = useMessages();
  const queries = useQueryClient();
  const [query] = useSearchParams();
  const present = viewOf(query);
  const { data: views = [], error } = useQuery({
    queryKey: ['saved-views'],
    queryFn: listSavedViews,
  });
  const remove = useAction(async (id: string) => {
    await removeSavedView(id);
    await queries.invalidateQueries({ queryKey: ['saved-views'] });
  });
  const own = views.find((view) => viewOf(new URLSearchParams(view.query)) === present);
  const isBuiltIn = BUILT_IN.some((view) => viewOf(new URLSearchParams(view.query)) === present);
  return (
    <nav className="views" aria-label={t('views.title')}>
      <ul>
        <ViewItem query="" text={t('views.all')} isPresent={present === ''} />
        {BUILT_IN.map((view) => (
          <ViewItem
            key={view.query}
            query={view.query}
            text={t(view.text)}
            isPresent={viewOf(new URLSearchParams(view.query)) === present}
          />
        ))}
        {views.map(({ id, name, query: stored }) => (
          <ViewItem key={id} query={stored} text={name} isPresent={own?.id === id} />
        ))}
      </ul>
      <ErrorNotice error={error ?? remove.error} />
      {own && (
        <button type="button" className="link" onClick={() => void remove.run(own.id)}>
          {t('views.remove', { name: own.name })}
        </button>
      )}
      {!own && !isBuiltIn && present !== '' && <NewView query={present} />}
    </nav>
  );
}

function ViewItem({ query, text, isPresent }: { query: string; text: string; isPresent: boolean }) {
  return (
    <li>
      <Link
        className="view-link"
        to={{ search: query }}
        aria-current={isPresent ? 'page' : undefined}
      >
        {text}
      </Link>
    </li>
  );
}

function NewView({ query }: { query: string }) {
  const { t } = useMessages();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const store = useAction(async () => {
    await storeSavedView({ name, query });
    await queries.invalidateQueries({ queryKey: ['saved-views'] });
  });
  return (
    <details>
      <summary>{t('views.store')}</summary>
      <ActionForm action={store} submit={t('views.save')}>
        <PlainField
          label={t('views.name')}
          value={name}
          onValue={setName}
          maxLength={80}
          required
        />
      </ActionForm>
    </details>
  );
}

/** Returns what of an address makes a view, always in the same order: not the page. */
function viewOf(query: URLSearchParams): string {
  const view = new URLSearchParams(query);
  view.delete('page');
  view.sort();
  return view.toString();
}

import { type FormEvent, Suspense } from 'react';
import type { Facets } from '#contract';
import type { RoundedPosition } from '../../../api-client/rounded-position.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { pageUrl, type SearchParameters } from '../../../urls/page-url.ts';
import type { ChangeSearch } from '../../../urls/use-page-url.ts';
import { Filters } from './filters.tsx';
import { PlaceField } from './place-field.tsx';
import { PositionButton } from './position-button.tsx';

export interface SearchFormProps {
  search: SearchParameters;
  /** null: the counts of the complete directory are shown. */
  facets: Facets | null;
  onChange: ChangeSearch;
  onPosition(at: RoundedPosition): void;
}

/** The search form for place and filters. It also works without script. */
export function SearchForm({ search, facets, onChange, onPosition }: SearchFormProps) {
  const { language } = useMessages();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const near = new FormData(event.currentTarget).get('near');
    onChange({ near: String(near ?? '').trim() });
  };
  return (
    <search>
      <form className="search" action={pageUrl(language, 'search')} onSubmit={submit}>
        <PlaceField value={search.near} onChoose={(near) => onChange({ near })} />
        <PositionButton onPosition={onPosition} />
        <Suspense>
          <Filters search={search} facets={facets} onChange={onChange} />
        </Suspense>
      </form>
    </search>
  );
}

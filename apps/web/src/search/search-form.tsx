import type { FormEvent } from 'react';
import type { Facets } from '#contract';
import { pageAddress, type SearchAddress } from '../address/site-address.ts';
import type { ChangeSearch } from '../address/use-site-address.ts';
import { useMessages } from '../messages/messages.tsx';
import { nameIn } from '../site/name-in.ts';
import { useVocabulary } from '../site/vocabulary.tsx';
import { Filter } from './filters.tsx';
import { filtersOf } from './filters-of.ts';
import { MoreFilters } from './more-filters.tsx';
import { PlaceField } from './place-field.tsx';
import { PositionButton } from './position-button.tsx';
import type { RoundedPosition } from './rounded-position.ts';

export interface SearchFormProps {
  search: SearchAddress;
  /** null: the counts of the whole directory are given. */
  facets: Facets | null;
  onChange: ChangeSearch;
  onPosition(at: RoundedPosition): void;
}

/** Where, and what kind of help. A plain form: without script its button asks for a new page. */
export function SearchForm({ search, facets, onChange, onPosition }: SearchFormProps) {
  const { language } = useMessages();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const near = new FormData(event.currentTarget).get('near');
    onChange({ near: String(near ?? '').trim() });
  };
  return (
    <search>
      <form className="search" action={pageAddress(language, 'search')} onSubmit={submit}>
        <PlaceField value={search.near} onChoose={(near) => onChange({ near })} />
        <PositionButton onPosition={onPosition} />
        <Filters search={search} facets={facets} onChange={onChange} />
      </form>
    </search>
  );
}

function Filters({ search, facets, onChange }: Omit<SearchFormProps, 'onPosition'>) {
  const { t, language } = useMessages();
  const { regions, services } = useVocabulary();
  const { filter, counted } = filtersOf({ search, facets, onChange });
  return (
    <div className="filters">
      <Filter
        {...filter('region')}
        label={t('filter.region')}
        any={t('filter.anyRegion')}
        options={regions.map((region) => ({
          code: region.code,
          text: nameIn(language, 'region', region),
          ...counted('region', region.code, region.count),
        }))}
      />
      <Filter
        {...filter('service')}
        label={t('filter.service')}
        any={t('filter.anyService')}
        options={services.map((service) => ({
          code: service.code,
          text: nameIn(language, 'service', service),
          ...counted('service', service.code, service.count),
        }))}
      />
      <MoreFilters search={search} facets={facets} onChange={onChange} />
    </div>
  );
}

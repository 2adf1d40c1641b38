import type { FormEvent } from 'react';
import type { FacetName, Facets } from '#contract';
import { pageAddress, type SearchAddress } from '../address/site-address.ts';
import type { ChangeSearch } from '../address/use-site-address.ts';
import { useMessages } from '../messages/messages.tsx';
import { nameIn } from '../site/name-in.ts';
import { useVocabulary } from '../site/vocabulary.tsx';
import { Filter } from './filters.tsx';
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

const COSTS = ['free', 'low-cost'] as const;
const CHECKED_WITHIN_DAYS = ['30', '90', '365'] as const;

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
  const { t, language, locale } = useMessages();
  const { regions, services, languages } = useVocabulary();
  const spoken = new Intl.DisplayNames([locale], { type: 'language' });
  const filter = (name: keyof SearchAddress) => ({
    name,
    value: search[name],
    onChange: (value: string) => onChange({ [name]: value }),
  });
  const counted = (name: FacetName, code: string, count?: number) => {
    const values = facets?.facets.find((facet) => facet.name === name)?.values;
    const found = values ? (values.find((value) => value.code === code)?.count ?? 0) : count;
    return found === undefined ? {} : { count: found };
  };
  return (
    <MoreFilters search={search}>
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
      <Filter
        {...filter('language')}
        label={t('filter.language')}
        any={t('filter.anyLanguage')}
        options={languages.map(({ code, count }) => ({
          code,
          text: spoken.of(code) ?? code,
          ...counted('language', code, count),
        }))}
      />
      <Filter
        {...filter('cost')}
        label={t('filter.cost')}
        any={t('filter.anyCost')}
        options={COSTS.map((code) => ({
          code,
          text: t(`card.cost.${code}`),
          ...counted('cost', code),
        }))}
      />
      <Filter
        {...filter('open_now')}
        label={t('filter.open')}
        any={t('filter.anyTime')}
        options={[{ code: 'true', text: t('open.open') }]}
      />
      <Filter
        {...filter('verified_within_days')}
        label={t('filter.checked')}
        any={t('filter.anyTime')}
        options={CHECKED_WITHIN_DAYS.map((days) => ({
          code: days,
          text: t('filter.checkedWithin', { days: Number(days) }),
        }))}
      />
    </MoreFilters>
  );
}

import { accepted } from '#contract';
import { localizedName } from '../../../i18n/localized-name.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useVocabulary } from '../../../i18n/vocabulary.tsx';
import { Filter, TimeFilter } from './filter.tsx';
import { type FiltersProps, filterValues } from './filter-values.ts';

const COSTS = ['free', 'low-cost'] as const;
const VERIFIED_WITHIN_DAYS = ['30', '90', '365'] as const;
const names = [
  'region',
  'service',
  'language',
  'cost',
  'accepts',
  'remote',
  'open_now',
  'open_at',
  'verified_within_days',
] as const;

/** All filters with the number in use; collapsed on phones, so that the list is visible. */
export function Filters(props: FiltersProps) {
  const { t } = useMessages();
  const used = names.filter((name) => props.search[name] !== '').length;
  return (
    <details className="more-filters unfolds">
      <summary>{t('filter.more', { count: used })}</summary>
      <div className="filters">
        <WhatFilters {...props} />
        <HowFilters {...props} />
        <WhenFilters {...props} />
      </div>
    </details>
  );
}

function WhatFilters(props: FiltersProps) {
  const { t, language } = useMessages();
  const { regions, services } = useVocabulary();
  const { filter, counted } = filterValues(props);
  return (
    <>
      <Filter
        {...filter('region')}
        label={t('filter.region')}
        any={t('filter.anyRegion')}
        options={regions.map((region) => ({
          code: region.code,
          text: localizedName(language, 'region', region),
          ...counted('region', region.code, region.count),
        }))}
      />
      <Filter
        {...filter('service')}
        label={t('filter.service')}
        any={t('filter.anyService')}
        options={services.map((service) => ({
          code: service.code,
          text: localizedName(language, 'service', service),
          ...counted('service', service.code, service.count),
        }))}
      />
    </>
  );
}

function HowFilters(props: FiltersProps) {
  const { t } = useMessages();
  const { languages, languageName } = useVocabulary();
  const { filter, counted } = filterValues(props);
  return (
    <>
      <Filter
        {...filter('language')}
        label={t('filter.language')}
        any={t('filter.anyLanguage')}
        options={languages.map(({ code, count }) => ({
          code,
          text: languageName(code),
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
        {...filter('accepts')}
        label={t('filter.accepts')}
        any={t('filter.accepts.any')}
        options={accepted.map((code) => ({
          code,
          text: t(`card.accepts.${code}`),
          ...counted('accepts', code),
        }))}
      />
      <Filter
        {...filter('remote')}
        label={t('filter.remote')}
        any={t('filter.remote.any')}
        options={[{ code: 'true', text: t('filter.remote.only') }]}
      />
    </>
  );
}

function WhenFilters(props: FiltersProps) {
  const { t } = useMessages();
  const { filter } = filterValues(props);
  return (
    <>
      <Filter
        {...filter('open_now')}
        label={t('filter.open')}
        any={t('filter.anyTime')}
        options={[{ code: 'true', text: t('open.open') }]}
      />
      <TimeFilter {...filter('open_at')} label={t('filter.openAt')} />
      <Filter
        {...filter('verified_within_days')}
        label={t('filter.checked')}
        any={t('filter.anyTime')}
        options={VERIFIED_WITHIN_DAYS.map((days) => ({
          code: days,
          text: t('filter.checkedWithin', { days: Number(days) }),
        }))}
      />
    </>
  );
}

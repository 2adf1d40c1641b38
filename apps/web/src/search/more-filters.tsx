import { useMessages } from '../messages/messages.tsx';
import { useVocabulary } from '../site/vocabulary.tsx';
import { Filter, TimeFilter } from './filters.tsx';
import { type FiltersProps, filtersOf } from './filters-of.ts';

const COSTS = ['free', 'low-cost'] as const;
const CHECKED_WITHIN_DAYS = ['30', '90', '365'] as const;
const folded = [
  'language',
  'cost',
  'remote',
  'open_now',
  'open_at',
  'verified_within_days',
] as const;

/** The filters that fewer people need, folded away until one is used. */
export function MoreFilters(props: FiltersProps) {
  const { t } = useMessages();
  const used = folded.filter((name) => props.search[name] !== '').length;
  return (
    <details className="more-filters" open={used > 0}>
      <summary>{t('filter.more', { count: used })}</summary>
      <div className="filters">
        <HowFilters {...props} />
        <WhenFilters {...props} />
      </div>
    </details>
  );
}

function HowFilters(props: FiltersProps) {
  const { t } = useMessages();
  const { languages, languageName } = useVocabulary();
  const { filter, counted } = filtersOf(props);
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
  const { filter } = filtersOf(props);
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
        options={CHECKED_WITHIN_DAYS.map((days) => ({
          code: days,
          text: t('filter.checkedWithin', { days: Number(days) }),
        }))}
      />
    </>
  );
}

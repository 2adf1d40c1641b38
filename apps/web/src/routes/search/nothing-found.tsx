import type { FacetName, Facets } from '#contract';
import { useMessages } from '../../i18n/messages.tsx';
import { onUnmodifiedClick } from '../../urls/on-unmodified-click.ts';
import { emptySearch, pageUrl, type SearchParameters } from '../../urls/page-url.ts';
import type { ChangeSearch } from '../../urls/use-page-url.ts';

export interface NothingFoundProps {
  search: SearchParameters;
  facets: Facets | null;
  onChange: ChangeSearch;
}

/** Suggests filters to remove, with the number of results without each. */
export function NothingFound({ search, facets, onChange }: NothingFoundProps) {
  const { t, language } = useMessages();
  const { near } = search;
  const removableFilters = (facets?.facets ?? []).filter(
    ({ name, without }) => search[name] && without > 0,
  );
  return (
    <div className="problem">
      <p>{t('results.empty')}</p>
      <ul className="links">
        {removableFilters.map(({ name, without }) => (
          <li key={name}>
            <a
              className="button"
              href={pageUrl(language, 'search', '', { ...search, [name]: '', cursor: '' })}
              onClick={onUnmodifiedClick(() => onChange({ [name]: '' }))}
            >
              {t('results.without', { filter: t(filterLabels[name]), count: without })}
            </a>
          </li>
        ))}
        <li>
          <a
            className="button"
            href={pageUrl(language, 'search', '', { near })}
            onClick={onUnmodifiedClick(() => onChange({ ...emptySearch, near }))}
          >
            {t('results.resetFilters')}
          </a>
        </li>
      </ul>
    </div>
  );
}

const filterLabels = {
  service: 'filter.service',
  region: 'filter.region',
  language: 'filter.language',
  cost: 'filter.cost',
  accepts: 'filter.accepts',
  open_now: 'filter.open',
  open_at: 'filter.openAt',
  remote: 'filter.remote',
  verified_within_days: 'filter.checked',
} as const satisfies Record<FacetName, string>;

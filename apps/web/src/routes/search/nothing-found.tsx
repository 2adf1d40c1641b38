import type { FacetName, Facets } from '#contract';
import { useMessages } from '../../i18n/messages.tsx';
import { pageAddress, type SearchAddress, wholeDirectory } from '../../urls/page-url.ts';
import { onPlainClick } from '../../urls/plain-click.ts';
import type { ChangeSearch } from '../../urls/use-page-url.ts';

export interface NothingFoundProps {
  search: SearchAddress;
  facets: Facets | null;
  onChange: ChangeSearch;
}

/** Says which filter to leave out, and what would be found then. */
export function NothingFound({ search, facets, onChange }: NothingFoundProps) {
  const { t, language } = useMessages();
  const { near } = search;
  const ways = (facets?.facets ?? []).filter(({ name, without }) => search[name] && without > 0);
  return (
    <div className="problem">
      <p>{t('results.empty')}</p>
      <ul className="links">
        {ways.map(({ name, without }) => (
          <li key={name}>
            <a
              className="button"
              href={pageAddress(language, 'search', '', { ...search, [name]: '', cursor: '' })}
              onClick={onPlainClick(() => onChange({ [name]: '' }))}
            >
              {t('results.without', { filter: t(filterLabels[name]), count: without })}
            </a>
          </li>
        ))}
        <li>
          <a
            className="button"
            href={pageAddress(language, 'search', '', { near })}
            onClick={onPlainClick(() => onChange({ ...wholeDirectory, near }))}
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

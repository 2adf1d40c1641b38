import type { ReactNode } from 'react';
import type { SearchAddress } from '../address/site-address.ts';
import { useMessages } from '../messages/messages.tsx';

const filters = [
  'region',
  'service',
  'language',
  'cost',
  'open_now',
  'verified_within_days',
] as const satisfies (keyof SearchAddress)[];

/** All filters: folded away on a phone, with how many are in use, so that the list is near. */
export function MoreFilters({ search, children }: { search: SearchAddress; children: ReactNode }) {
  const { t } = useMessages();
  const used = filters.filter((name) => search[name] !== '').length;
  return (
    <details className="more-filters unfolds">
      <summary>{t('filter.more', { count: used })}</summary>
      <div className="filters">{children}</div>
    </details>
  );
}

import type { ReactNode } from 'react';
import type { SearchAddress } from '../address/site-address.ts';
import { useMessages } from '../messages/messages.tsx';

const folded = ['language', 'cost', 'open_now', 'verified_within_days'] as const;

/** The filters that fewer people need, folded away until one is used. */
export function MoreFilters({ search, children }: { search: SearchAddress; children: ReactNode }) {
  const { t } = useMessages();
  const used = folded.filter((name) => search[name] !== '').length;
  return (
    <details className="more-filters" open={used > 0}>
      <summary>{t('filter.more', { count: used })}</summary>
      <div className="filters">{children}</div>
    </details>
  );
}

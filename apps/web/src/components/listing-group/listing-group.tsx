import type { ReactNode } from 'react';
import type { SearchResults } from '../../api-client/listing-search.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { formatPageUrl, type PageUrl } from '../../urls/page-url.ts';
import { HelpLineList } from '../help-line/help-line-list.tsx';
import { ListingList } from '../listing-card/listing-list.tsx';

export interface ListingGroupProps {
  address: PageUrl;
  heading: string;
  lead: string | null;
  found: SearchResults;
  children: ReactNode;
}

/** Lists all help in a state or of one kind, by name. */
export function ListingGroup({ address, heading, lead, found, children }: ListingGroupProps) {
  const { t } = useMessages();
  const { items, next, help_lines } = found;
  return (
    <>
      <h1>{heading}</h1>
      {lead ? <p>{lead}</p> : null}
      <p className="links">{children}</p>
      <h2>{t('results.heading')}</h2>
      {items.length === 0 ? <p className="problem">{t('group.empty')}</p> : null}
      <ListingList listings={items} />
      {next ? (
        <a
          className="button"
          rel="next"
          href={formatPageUrl({ ...address, search: { ...address.search, cursor: next } })}
        >
          {t('results.more')}
        </a>
      ) : null}
      <h2>{t('lines.heading')}</h2>
      <HelpLineList lines={help_lines} />
    </>
  );
}

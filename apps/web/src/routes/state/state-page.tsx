import type { Region } from '#contract';
import type { SearchResults } from '../../api-client/listing-search.ts';
import { ListingGroup } from '../../components/listing-group/listing-group.tsx';
import { localizedName } from '../../i18n/localized-name.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { type PageUrl, pageUrl } from '../../urls/page-url.ts';

export interface StatePageProps {
  address: PageUrl;
  region: Region;
  found: SearchResults;
}

/** Lists all help in a state, with links to the map and the printable booklet. */
export function StatePage({ address, region, found }: StatePageProps) {
  const { t, language } = useMessages();
  const near = region.names[language] ?? region.names.en ?? region.code;
  const name = localizedName(language, 'region', region);
  return (
    <ListingGroup
      address={address}
      heading={t('state.heading', { name })}
      lead={null}
      found={found}
    >
      <a href={pageUrl(language, 'search', '', { near })}>{t('state.onMap')}</a>
      <a href={pageUrl(language, 'print', region.code)}>{t('print.link')}</a>
    </ListingGroup>
  );
}

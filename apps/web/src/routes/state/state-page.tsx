import type { Region } from '#contract';
import type { Found } from '../../api-client/listing-search.ts';
import { GroupPage } from '../../components/listing-group/listing-group.tsx';
import { nameIn } from '../../i18n/localized-name.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { pageAddress, type SiteAddress } from '../../urls/page-url.ts';

export interface StatePageProps {
  address: SiteAddress;
  region: Region;
  found: Found;
}

/** All help of a state, with the ways to the map and to paper. */
export function StatePage({ address, region, found }: StatePageProps) {
  const { t, language } = useMessages();
  const near = region.names[language] ?? region.names.en ?? region.code;
  const name = nameIn(language, 'region', region);
  return (
    <GroupPage address={address} heading={t('state.heading', { name })} lead={null} found={found}>
      <a href={pageAddress(language, 'search', '', { near })}>{t('state.onMap')}</a>
      <a href={pageAddress(language, 'print', region.code)}>{t('print.link')}</a>
    </GroupPage>
  );
}

import { pageAddress, type SiteAddress } from '../address/site-address.ts';
import { type ChangeSearch, useSiteAddress } from '../address/use-site-address.ts';
import { MessagesProvider, useMessages } from '../messages/messages.tsx';
import { AboutPage } from '../page/about-page.tsx';
import { BookletPage } from '../page/booklet-page.tsx';
import { FacilityPage } from '../page/facility-page.tsx';
import { Footer } from '../page/footer.tsx';
import { GroupPage } from '../page/group-page.tsx';
import { HelpLinesPage } from '../page/help-lines-page.tsx';
import { ListingPage } from '../page/listing-page.tsx';
import type { LoadMap } from '../page/map-column.tsx';
import { Masthead } from '../page/masthead.tsx';
import { MissingPage } from '../page/missing-page.tsx';
import { OfflineNotice } from '../page/offline-notice.tsx';
import { OrganizationPage } from '../page/organization-page.tsx';
import { PageCode } from '../page/page-code.tsx';
import { PrivacyPage } from '../page/privacy-page.tsx';
import { SavedPage } from '../page/saved-page.tsx';
import { SearchPage } from '../page/search-page.tsx';
import { StatePage } from '../page/state-page.tsx';
import { ToldPage } from '../page/told-page.tsx';
import { nameIn } from './name-in.ts';
import type { LoadedPage } from './page-data.ts';
import { VocabularyProvider } from './vocabulary.tsx';

export interface SiteProps {
  loaded: LoadedPage;
  /** null on the server, which draws no map. */
  loadMap: LoadMap | null;
}

/** The whole of a page, the same on the server and in the browser. */
export function Site({ loaded, loadMap }: SiteProps) {
  const [address, change] = useSiteAddress(loaded.address);
  return (
    <MessagesProvider language={address.language}>
      <VocabularyProvider vocabulary={loaded.vocabulary}>
        <SkipLink search={address.page === 'search'} />
        <Masthead address={address} />
        <OfflineNotice />
        <PageCode address={address} />
        <main id="content" tabIndex={-1}>
          <Content loaded={loaded} address={address} onChange={change} loadMap={loadMap} />
        </main>
        <Footer />
      </VocabularyProvider>
    </MessagesProvider>
  );
}

function SkipLink({ search }: { search: boolean }) {
  const { t } = useMessages();
  return (
    <a className="skip" href={search ? '#results' : '#content'}>
      {t(search ? 'page.skipToList' : 'page.skipToContent')}
    </a>
  );
}

interface ContentProps extends SiteProps {
  address: SiteAddress;
  onChange: ChangeSearch;
}

function Content({ loaded, address, onChange, loadMap }: ContentProps) {
  const { t, language } = useMessages();
  const { data } = loaded;
  switch (data.page) {
    case 'search':
      return (
        <SearchPage
          loaded={loaded}
          first={data.answered}
          facets={data.facets}
          address={address}
          onChange={onChange}
          loadMap={loadMap}
        />
      );
    case 'listing':
      return <ListingPage listing={data.listing} />;
    case 'organization':
      return <OrganizationPage organization={data.organization} />;
    case 'state':
      return <StatePage address={address} region={data.region} found={data.found} />;
    case 'print':
      return <BookletPage name={nameIn(language, 'region', data.region)} booklet={data.booklet} />;
    case 'service': {
      const { service, found } = data;
      const search = pageAddress(language, 'search', '', { service: service.code });
      return (
        <GroupPage
          address={address}
          heading={nameIn(language, 'service', service)}
          lead={language === 'en' ? service.definition : null}
          found={found}
        >
          <a href={search}>{t('service.nearYou')}</a>
        </GroupPage>
      );
    }
    case 'facility':
      return <FacilityPage facility={data.facility} lines={data.lines} />;
    case 'help-lines':
      return <HelpLinesPage lines={data.lines} />;
    case 'about':
      return <AboutPage />;
    case 'privacy':
      return <PrivacyPage />;
    case 'saved':
      return <SavedPage />;
    case 'told':
      return <ToldPage failed={data.failed} />;
    default:
      return <MissingPage />;
  }
}

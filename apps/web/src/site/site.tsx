import type { ComponentType } from 'react';
import type { SiteAddress } from '../address/site-address.ts';
import { type ChangeSearch, useSiteAddress } from '../address/use-site-address.ts';
import { MessagesProvider, useMessages } from '../messages/messages.tsx';
import { Footer } from '../page/footer.tsx';
import type { LoadMap } from '../page/map-column.tsx';
import { Masthead } from '../page/masthead.tsx';
import { OfflineNotice } from '../page/offline-notice.tsx';
import { PageCode } from '../page/page-code.tsx';
import { SearchPage } from '../page/search-page.tsx';
import type { LoadedPage } from './page-data.ts';
import { VocabularyProvider } from './vocabulary.tsx';

export interface SiteProps {
  loaded: LoadedPage;
  /** null on the server, which draws no map. */
  loadMap: LoadMap | null;
  /** Shows every page but the search; null where the page is that. */
  OtherPage: ComponentType<{ loaded: LoadedPage }> | null;
}

/** The whole of a page, the same on the server and in the browser. */
export function Site({ loaded, ...parts }: SiteProps) {
  const [address, change] = useSiteAddress(loaded.address);
  return (
    <MessagesProvider language={address.language}>
      <VocabularyProvider vocabulary={loaded.vocabulary}>
        <SkipLink search={address.page === 'search'} />
        <Masthead address={address} />
        <OfflineNotice />
        <PageCode address={address} />
        <main id="content" tabIndex={-1}>
          <Content loaded={loaded} address={address} onChange={change} {...parts} />
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

function Content({ loaded, address, onChange, loadMap, OtherPage }: ContentProps) {
  const { data } = loaded;
  if (data.page !== 'search') return OtherPage && <OtherPage loaded={loaded} />;
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
}

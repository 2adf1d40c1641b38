import type { ComponentType } from 'react';
import { MessagesProvider, useMessages } from '../i18n/messages.tsx';
import { VocabularyProvider } from '../i18n/vocabulary.tsx';
import { Footer } from '../layout/footer.tsx';
import { Masthead } from '../layout/masthead.tsx';
import { PrintQrCode } from '../layout/print-qr-code.tsx';
import type { LoadMap } from '../routes/search/map-column.tsx';
import { SearchPage } from '../routes/search/search-page.tsx';
import type { PageUrl } from '../urls/page-url.ts';
import { type ChangeSearch, usePageUrl } from '../urls/use-page-url.ts';
import { OfflineNotice } from './offline-notice.tsx';
import type { LoadedPage } from './page-data.ts';

/** The id of an empty element behind the masthead. */
export const MASTHEAD_END = 'masthead-end';

export interface AppProps {
  loaded: LoadedPage;
  /** null on the server, which does not draw the map. */
  loadMap: LoadMap | null;
  /** Renders every page except the search; null on the search page. */
  OtherPage: ComponentType<{ loaded: LoadedPage }> | null;
}

/** Renders a complete page, both on the server and in the browser. */
export function App({ loaded, ...parts }: AppProps) {
  const [address, change] = usePageUrl(loaded.address);
  return (
    <MessagesProvider language={address.language}>
      <VocabularyProvider vocabulary={loaded.vocabulary}>
        <SkipLink search={address.page === 'search'} />
        <Masthead address={address} />
        <span id={MASTHEAD_END} hidden />
        <OfflineNotice />
        <PrintQrCode address={address} />
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

interface ContentProps extends AppProps {
  address: PageUrl;
  onChange: ChangeSearch;
}

function Content({ loaded, address, onChange, loadMap, OtherPage }: ContentProps) {
  const { data } = loaded;
  if (data.page !== 'search') return OtherPage && <OtherPage loaded={loaded} />;
  return (
    <SearchPage
      firstSearch={loaded.address.search}
      first={data.answered}
      facets={data.facets}
      address={address}
      onChange={onChange}
      streets={loaded.streets}
      loadMap={loadMap}
    />
  );
}

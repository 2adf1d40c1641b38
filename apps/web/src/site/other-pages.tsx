import { pageAddress } from '../address/site-address.ts';
import { useMessages } from '../messages/messages.tsx';
import { AboutPage } from '../page/about-page.tsx';
import { BookletPage } from '../page/booklet-page.tsx';
import { DataPage } from '../page/data-page.tsx';
import { FacilitiesPage } from '../page/facilities-page.tsx';
import { FacilityPage } from '../page/facility-page.tsx';
import { GroupPage } from '../page/group-page.tsx';
import { GuidePage } from '../page/guide-page.tsx';
import { GuidesPage } from '../page/guides-page.tsx';
import { HelpLinesPage } from '../page/help-lines-page.tsx';
import { ListingPage } from '../page/listing-page.tsx';
import { MissingPage } from '../page/missing-page.tsx';
import { OrganizationPage } from '../page/organization-page.tsx';
import { PrivacyPage } from '../page/privacy-page.tsx';
import { SavedPage } from '../page/saved-page.tsx';
import { StatePage } from '../page/state-page.tsx';
import { ToldPage } from '../page/told-page.tsx';
import { WalletPage } from '../page/wallet-page.tsx';
import { nameIn } from './name-in.ts';
import type { LoadedPage, PageData } from './page-data.ts';

type Data<Kind extends PageData['page']> = Extract<PageData, { page: Kind }>;

/** Whatever is not the search: a file of its own, so that the page most readers begin with has less. */
export function OtherPage({ loaded }: { loaded: LoadedPage }) {
  const { language } = useMessages();
  const { address, data } = loaded;
  switch (data.page) {
    case 'listing':
      return <ListingPage listing={data.listing} />;
    case 'organization':
      return <OrganizationPage organization={data.organization} />;
    case 'state':
      return <StatePage address={address} region={data.region} found={data.found} />;
    case 'print':
      return <BookletPage name={nameIn(language, 'region', data.region)} booklet={data.booklet} />;
    case 'service':
      return <ServicePage loaded={loaded} data={data} />;
    case 'facility':
      return <FacilityPage help={data.help} />;
    case 'facilities':
      return <FacilitiesPage asked={address.search.q} found={data.found} />;
    case 'wallet':
      return <WalletPage help={data.help} made={data.made} />;
    case 'guides':
      return <GuidesPage guides={data.guides} />;
    case 'guide':
      return <GuidePage guide={data.guide} help={data.help} near={address.search.near} />;
    case 'help-lines':
      return <HelpLinesPage lines={data.lines} />;
    case 'data':
      return <DataPage statistics={data.statistics} />;
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

function ServicePage({ loaded, data }: { loaded: LoadedPage; data: Data<'service'> }) {
  const { t, language } = useMessages();
  const { service, found } = data;
  const search = pageAddress(language, 'search', '', { service: service.code });
  return (
    <GroupPage
      address={loaded.address}
      heading={nameIn(language, 'service', service)}
      lead={language === 'en' ? service.definition : null}
      found={found}
    >
      <a href={search}>{t('service.nearYou')}</a>
    </GroupPage>
  );
}

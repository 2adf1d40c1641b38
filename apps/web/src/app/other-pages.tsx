import { ListingGroup } from '../components/listing-group/listing-group.tsx';
import { localizedName } from '../i18n/localized-name.ts';
import { useMessages } from '../i18n/messages.tsx';
import { AboutPage } from '../routes/about/about-page.tsx';
import { DataPage } from '../routes/about/data-page.tsx';
import { FacilitiesPage } from '../routes/facilities/facilities-page.tsx';
import { FacilityPage } from '../routes/facility/facility-page.tsx';
import { WalletPage } from '../routes/facility/wallet-page.tsx';
import { GuidePage } from '../routes/guides/guide-page.tsx';
import { GuidesPage } from '../routes/guides/guides-page.tsx';
import { HelpLinesPage } from '../routes/help-lines/help-lines-page.tsx';
import { ListingPage } from '../routes/listing/listing-page.tsx';
import { MissingPage } from '../routes/missing/missing-page.tsx';
import { OrganizationPage } from '../routes/organization/organization-page.tsx';
import { BookletPage } from '../routes/print/booklet-page.tsx';
import { PrivacyPage } from '../routes/privacy/privacy-page.tsx';
import { ReportSentPage } from '../routes/report-sent/report-sent-page.tsx';
import { SavedPage } from '../routes/saved/saved-page.tsx';
import { StatePage } from '../routes/state/state-page.tsx';
import { pageUrl } from '../urls/page-url.ts';
import type { DataOf, LoadedPage } from './page-data.ts';

/** Renders every page except the search; a separate file, so that the search page loads less. */
export function OtherPages({ loaded }: { loaded: LoadedPage }) {
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
      return (
        <BookletPage name={localizedName(language, 'region', data.region)} booklet={data.booklet} />
      );
    case 'service':
      return <ServicePage loaded={loaded} data={data} />;
    case 'facility':
      return <FacilityPage help={data.help} />;
    case 'facilities':
      return <FacilitiesPage requested={address.search.q} found={data.found} />;
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
      return <ReportSentPage report={data.report} />;
    default:
      return <MissingPage />;
  }
}

function ServicePage({ loaded, data }: { loaded: LoadedPage; data: DataOf<'service'> }) {
  const { t, language } = useMessages();
  const { service, found } = data;
  const search = pageUrl(language, 'search', '', { service: service.code });
  return (
    <ListingGroup
      address={loaded.address}
      heading={localizedName(language, 'service', service)}
      lead={language === 'en' ? service.definition : null}
      found={found}
    >
      <a href={search}>{t('service.nearYou')}</a>
    </ListingGroup>
  );
}

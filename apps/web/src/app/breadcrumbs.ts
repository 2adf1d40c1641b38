import { localizedName } from '../i18n/localized-name.ts';
import { messagesIn } from '../i18n/messages.tsx';
import { pageUrl } from '../urls/page-url.ts';
import type { LoadedPage } from './page-data.ts';

/** One step of the breadcrumbs of a page. */
export interface Breadcrumb {
  name: string;
  /** `/es/state/US-AZ` */
  path: string;
}

/** Returns the steps from the home page to a page about one record; empty for other pages. */
export function breadcrumbs({ address, data, vocabulary }: LoadedPage): Breadcrumb[] {
  const { language, page, name } = address;
  const { t } = messagesIn(language);
  const first = { name: t('app.name'), path: pageUrl(language, 'search') };
  const last = (label: string) => ({ name: label, path: pageUrl(language, page, name) });
  const stateStep = (code: string | null | undefined): Breadcrumb[] =>
    vocabulary.regions
      .filter((region) => region.code === code)
      .map((region) => ({
        name: localizedName(language, 'region', region),
        path: pageUrl(language, 'state', region.code),
      }));
  switch (data.page) {
    case 'listing':
      return [first, ...stateStep(data.listing.location?.region), last(data.listing.name)];
    case 'organization':
      return [first, last(data.organization.name)];
    case 'state':
      return [first, ...stateStep(data.region.code)];
    case 'service':
      return [first, last(localizedName(language, 'service', data.service))];
    case 'facility':
      return [
        first,
        { name: t('facilities.heading'), path: pageUrl(language, 'facilities') },
        last(data.help.facility.name),
      ];
    case 'guide':
      return [
        first,
        { name: t('guides.heading'), path: pageUrl(language, 'guides') },
        last(data.guide.title),
      ];
    default:
      return [];
  }
}

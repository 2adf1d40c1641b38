import type { Listing, Organization } from '#contract';
import { translationOf } from '../components/provenance/record-text.tsx';
import type { Language } from '../i18n/languages.ts';
import { localizedName } from '../i18n/localized-name.ts';
import { messagesIn } from '../i18n/messages.tsx';
import { searchTitle } from '../routes/search/search-title.ts';
import type { DataOf, LoadedPage, PageData, PageName } from './page-data.ts';

export interface PageHead {
  title: string;
  description: string;
}

/**
 * Returns the title and description of a page, for tabs, bookmarks, search engines and messengers.
 */
export function pageHead({ address: { language }, data }: LoadedPage): PageHead {
  if (data.page === 'search') {
    const title = searchTitle(data.answered.answer?.place, language);
    return { title, description: messagesIn(language).t('app.lead') };
  }
  const { t } = messagesIn(language);
  const describe = heads[data.page] as (data: PageData, language: Language) => NameAndText;
  const [name, description] = describe(data, language);
  return { title: t('head.title', { name }), description: description ?? t('app.lead') };
}

/** The name of a page and its description; null stands for the lead of the site. */
type NameAndText = [name: string, description: string | null];

type Head<Name extends PageName> = (data: DataOf<Name>, language: Language) => NameAndText;

const heads: { [Name in Exclude<PageName, 'search'>]: Head<Name> } = {
  listing: ({ listing }, language) => {
    const { t } = messagesIn(language);
    const closed = listing.status === 'closed' ? `${t('status.closed')}.` : null;
    const about = aboutListing(listing, language) ?? t('app.lead');
    return [listing.name, [closed, about].filter(Boolean).join(' ')];
  },
  organization: ({ organization }, language) => [
    organization.name,
    aboutOrganization(organization, language),
  ],
  state: ({ region }, language) => [stateHeading(region, language), null],
  print: ({ region }, language) => {
    const { t } = messagesIn(language);
    return [t('print.title', { name: stateHeading(region, language) }), t('print.age')];
  },
  service: ({ service }, language) => [
    localizedName(language, 'service', service),
    language === 'en' ? service.definition : null,
  ],
  facility: ({ help }, language) => [help.facility.name, messagesIn(language).t('facility.lead')],
  wallet: ({ help }, language) => {
    const { t } = messagesIn(language);
    return [t('wallet.heading', { name: help.facility.name }), t('wallet.lead')];
  },
  facilities: (_, language) => {
    const { t } = messagesIn(language);
    return [t('facilities.heading'), t('facilities.lead')];
  },
  guides: (_, language) => {
    const { t } = messagesIn(language);
    return [t('guides.heading'), t('guides.lead')];
  },
  guide: ({ guide }) => [guide.title, guide.summary],
  'help-lines': (_, language) => {
    const { t } = messagesIn(language);
    return [t('lines.heading'), t('lines.about')];
  },
  data: heading,
  told: heading,
  about: heading,
  privacy: heading,
  saved: heading,
  missing: heading,
};

function heading<Name extends 'data' | 'told' | 'about' | 'privacy' | 'saved' | 'missing'>(
  { page }: DataOf<Name>,
  language: Language,
): NameAndText {
  return [messagesIn(language).t(`${page}.heading`), null];
}

function stateHeading(region: DataOf<'state'>['region'], language: Language): string {
  return messagesIn(language).t('state.heading', {
    name: localizedName(language, 'region', region),
  });
}

function aboutListing({ notice, description, translations }: Listing, language: Language) {
  const field = notice ? 'what_happened' : 'description';
  const original = notice ? notice.what_happened : description;
  return translationOf(translations, field, language)?.text ?? original;
}

function aboutOrganization({ description, translations }: Organization, language: Language) {
  return translationOf(translations, 'description', language)?.text ?? description;
}

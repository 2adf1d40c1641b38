import type { Listing } from '#contract';
import type { Language } from '../i18n/languages.ts';
import { localizedName } from '../i18n/localized-name.ts';
import { messagesIn } from '../i18n/messages.tsx';
import type { LoadedPage } from './page-data.ts';
import { pageHead } from './page-head.ts';

/** What the picture of a page says where the page is shared. */
export interface PreviewText {
  /** Of the site. */
  brand: string;
  name: string;
  /** Where it is, or that this is private; or what the page is about. */
  line: string;
  /** That the place has closed; null where it has not. */
  closed: string | null;
}

/** The words for the picture of a page. No street stands among them, not even a public one. */
export function previewText(loaded: LoadedPage): PreviewText {
  const { address, data } = loaded;
  const { language } = address;
  const { t } = messagesIn(language);
  const words = (name: string, line: string, closed = false): PreviewText => ({
    brand: t('app.name'),
    name,
    line,
    closed: closed ? t('status.closed') : null,
  });
  switch (data.page) {
    case 'listing': {
      const { name, status } = data.listing;
      return words(name, placeLine(data.listing, language), status === 'closed');
    }
    case 'organization': {
      const { name, status, regions } = data.organization;
      const named = regions.map((code) => {
        const region = loaded.vocabulary.regions.find((one) => one.code === code);
        return region ? localizedName(language, 'region', region) : code;
      });
      return words(name, named.join(' · '), status === 'closed');
    }
    case 'facility':
    case 'wallet': {
      const { name, city, region } = data.help.facility;
      return words(name, `${city}, ${region.slice(3)}`);
    }
    case 'state':
    case 'print':
      return words(
        t('state.heading', { name: localizedName(language, 'region', data.region) }),
        t('app.lead'),
      );
    case 'service':
      return words(localizedName(language, 'service', data.service), t('app.lead'));
    case 'guide':
      return words(data.guide.title, data.guide.summary);
    case 'search':
      return words(t('results.heading'), t('app.lead'));
    default:
      return words(t(HEADINGS[data.page]), pageHead(loaded).description);
  }
}

const HEADINGS = {
  'help-lines': 'lines.heading',
  facilities: 'facilities.heading',
  data: 'data.heading',
  guides: 'guides.heading',
  about: 'about.heading',
  privacy: 'privacy.heading',
  saved: 'saved.heading',
  told: 'told.heading',
  missing: 'missing.heading',
} as const;

function placeLine({ location }: Listing, language: Language): string {
  const { t } = messagesIn(language);
  if (!location) return t('card.remote');
  const { city, region, visibility } = location;
  if (visibility === 'hidden') return t('address.private.hidden');
  const town = [city, region?.slice(3)].filter(Boolean).join(', ');
  return visibility === 'area' ? `${town} · ${t('preview.private')}` : town;
}

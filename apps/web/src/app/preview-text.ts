import type { Listing } from '#contract';
import type { Language } from '../i18n/languages.ts';
import { localizedName } from '../i18n/localized-name.ts';
import { messagesIn } from '../i18n/messages.tsx';
import type { LoadedPage } from './page-data.ts';
import { pageHead } from './page-head.ts';

/** The text of a page's preview image. */
export interface PreviewText {
  /** Name of the site. */
  brand: string;
  name: string;
  /** The place, or that it is private, or the subject of the page. */
  line: string;
  /** The closed label; null for a place that has not closed. */
  closed: string | null;
}

/**
 * Returns the text of a page's preview image. It never contains a street, not even a public one.
 */
export function previewText(loaded: LoadedPage): PreviewText {
  const { address, data } = loaded;
  const { language } = address;
  const { t } = messagesIn(language);
  const textOf = (name: string, line: string, closed = false): PreviewText => ({
    brand: t('app.name'),
    name,
    line,
    closed: closed ? t('status.closed') : null,
  });
  switch (data.page) {
    case 'listing': {
      const { name, status } = data.listing;
      return textOf(name, placeLine(data.listing, language), status === 'closed');
    }
    case 'organization': {
      const { name, status, regions } = data.organization;
      const regionNames = regions.map((code) => {
        const region = loaded.vocabulary.regions.find((one) => one.code === code);
        return region ? localizedName(language, 'region', region) : code;
      });
      return textOf(name, regionNames.join(' · '), status === 'closed');
    }
    case 'facility':
    case 'wallet': {
      const { name, city, region } = data.help.facility;
      return textOf(name, `${city}, ${region.slice(3)}`);
    }
    case 'state':
    case 'print':
      return textOf(
        t('state.heading', { name: localizedName(language, 'region', data.region) }),
        t('app.lead'),
      );
    case 'service':
      return textOf(localizedName(language, 'service', data.service), t('app.lead'));
    case 'guide':
      return textOf(data.guide.title, data.guide.summary);
    case 'search':
      return textOf(t('results.heading'), t('app.lead'));
    default:
      return textOf(t(HEADINGS[data.page]), pageHead(loaded).description);
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

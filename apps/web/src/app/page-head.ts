import type { Listing, Organization } from '#contract';
import { translationOf } from '../components/provenance/record-text.tsx';
import { placeText } from '../format/place-text.ts';
import type { MessageKey } from '../i18n/catalogs.ts';
import type { Language } from '../i18n/languages.ts';
import { nameIn } from '../i18n/localized-name.ts';
import { messagesIn } from '../i18n/messages.tsx';
import type { LoadedPage } from './load-page.ts';

export interface PageHead {
  title: string;
  description: string;
}

/** What a page is called in tabs, bookmarks, searches and messages. */
export function headOf({ address: { language }, data }: LoadedPage): PageHead {
  const { t } = messagesIn(language);
  const head = (name: string, description: string): PageHead => ({
    title: t('head.title', { name }),
    description,
  });
  const lead = t('app.lead');
  switch (data.page) {
    case 'search': {
      const place = data.answered.answer?.place;
      const near = place ? t('results.heading.near', { place: placeText(place) }) : null;
      return near ? head(near, lead) : { title: t('head.home'), description: lead };
    }
    case 'listing': {
      const { name, status } = data.listing;
      const closed = status === 'closed' ? t('status.closed') : null;
      const words = [closed && `${closed}.`, aboutListing(data.listing, language) ?? lead];
      return head(name, words.filter(Boolean).join(' '));
    }
    case 'organization':
      return head(data.organization.name, aboutOrganization(data.organization, language) ?? lead);
    case 'state':
      return head(t('state.heading', { name: nameIn(language, 'region', data.region) }), lead);
    case 'print': {
      const name = t('state.heading', { name: nameIn(language, 'region', data.region) });
      return head(t('print.title', { name }), t('print.age'));
    }
    case 'service':
      return head(
        nameIn(language, 'service', data.service),
        language === 'en' ? data.service.definition : lead,
      );
    case 'facility':
      return head(data.help.facility.name, t('facility.lead'));
    case 'wallet':
      return head(t('wallet.heading', { name: data.help.facility.name }), t('wallet.lead'));
    case 'facilities':
      return head(t('facilities.heading'), t('facilities.lead'));
    case 'guides':
      return head(t('guides.heading'), t('guides.lead'));
    case 'guide':
      return head(data.guide.title, data.guide.summary);
    case 'help-lines':
      return head(t('lines.heading'), t('lines.about'));
    default:
      return head(t(`${data.page}.heading` satisfies MessageKey), lead);
  }
}

function aboutListing({ notice, description, translations }: Listing, language: Language) {
  const field = notice ? 'what_happened' : 'description';
  const written = notice ? notice.what_happened : description;
  return translationOf(translations, field, language)?.text ?? written;
}

function aboutOrganization({ description, translations }: Organization, language: Language) {
  return translationOf(translations, 'description', language)?.text ?? description;
}

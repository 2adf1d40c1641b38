import { languages, languageTags } from '../../i18n/languages.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { TextPage, type TextSection } from '../../layout/text-page.tsx';
import { pageUrl } from '../../urls/page-url.ts';

const sections: TextSection[] = [
  { heading: 'about.truth', paragraphs: ['about.truth.1', 'about.truth.2', 'about.truth.3'] },
  { heading: 'about.codes', paragraphs: ['about.codes.1', 'about.codes.2'] },
  { heading: 'about.partners', paragraphs: ['about.partners.1'] },
  { heading: 'about.maps', paragraphs: ['map.credits'] },
];

export function AboutPage() {
  const { t, language } = useMessages();
  return (
    <TextPage heading="about.heading" lead="about.lead" sections={sections}>
      <p className="links">
        <a href={pageUrl(language, 'data')}>{t('data.heading')}</a>
        <a href={pageUrl(language, 'guides')}>{t('guides.heading')}</a>
      </p>
      <Languages />
    </TextPage>
  );
}

/** Lists the languages whose texts no native speaker has reviewed. */
function Languages() {
  const { t } = useMessages();
  const drafts = languageTags.filter((language) => languages[language].draft);
  return (
    <section>
      <h2>{t('about.languages')}</h2>
      <p>{t('about.languages.1')}</p>
      <p>{t('about.languages.2')}</p>
      <ul>
        {drafts.map((language) => (
          <li key={language}>
            <bdi lang={language}>{languages[language].name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

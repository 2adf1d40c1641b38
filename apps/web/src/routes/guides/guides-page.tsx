import type { GuideSummary } from '#contract';
import { useMessages } from '../../i18n/messages.tsx';
import { pageUrl } from '../../urls/page-url.ts';
import { GuideStatusLabel } from './guide-status.tsx';

/** Lists all guides with their status. */
export function GuidesPage({ guides }: { guides: GuideSummary[] }) {
  const { t, language } = useMessages();
  return (
    <>
      <h1>{t('guides.heading')}</h1>
      <p>{t('guides.lead')}</p>
      <p className="note">{t('guide.notAdvice')}</p>
      <ul className="cards">
        {guides.map((guide) => (
          <li key={guide.slug} className="card">
            <article>
              <h2>
                <a className="card-link" href={pageUrl(language, 'guide', guide.slug)}>
                  <GuideWords guide={guide} words={guide.title} />
                </a>
              </h2>
              <GuideStatusLabel guide={guide} />
              <p>
                <GuideWords guide={guide} words={guide.summary} />
              </p>
            </article>
          </li>
        ))}
      </ul>
    </>
  );
}

function GuideWords({ guide, words }: { guide: GuideSummary; words: string }) {
  return <bdi lang={guide.language}>{words}</bdi>;
}

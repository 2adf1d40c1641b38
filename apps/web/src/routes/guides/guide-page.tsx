import { Fragment } from 'react';
import type { Guide, GuideBlock } from '#contract';
import { HelpLineList } from '../../components/help-line/help-line-list.tsx';
import { ListingList } from '../../components/listing-card/listing-list.tsx';
import { Sources } from '../../components/provenance/provenance.tsx';
import { dateText } from '../../format/date-text.ts';
import { placeText } from '../../format/place-text.ts';
import { languages } from '../../i18n/languages.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { pageUrl } from '../../urls/page-url.ts';
import { GuideBanner, GuideStatusLabel } from './guide-status.tsx';
import type { GuideHelp, HelpOffer } from './load-guide-help.ts';

export interface GuidePageProps {
  guide: Guide;
  help: GuideHelp;
  /** The place that the reader chose, as it was typed. */
  near: string;
}

/** A guide: how old it is first, then its text with help where it is needed, then what changed. */
export function GuidePage({ guide, help, near }: GuidePageProps) {
  const { t, language } = useMessages();
  const { blocks } = guide;
  const offers = [...help.offers];
  return (
    <article className="guide">
      <div className="sheet text">
        <GuideBanner guide={guide} />
        <h1>
          <bdi lang={guide.language}>{guide.title}</bdi>
        </h1>
        <GuideStatusLabel guide={guide} />
        <Trust guide={guide} />
        <p className="note">{t('guide.notAdvice')}</p>
        <Changes guide={guide} />
      </div>
      {blocks.map((block, index) => {
        const offer = block.kind === 'help' ? offers.shift() : undefined;
        return (
          // Blocks have no names, and keep their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the guide is what tells them apart
          <Fragment key={index}>
            {block.kind === 'text' ? <Text guide={guide} block={block} /> : null}
            {offer ? <Offer offer={offer} help={help} near={near} guide={guide} /> : null}
          </Fragment>
        );
      })}
      <div className="sheet text">
        <Sources sources={guide.sources} />
        <p className="links">
          <a href={pageUrl(language, 'guides')}>{t('guides.heading')}</a>
        </p>
      </div>
    </article>
  );
}

/** Who has read it, and in which language it is. */
function Trust({ guide: { language: told, draft, reviewed_by } }: { guide: Guide }) {
  const { t, language } = useMessages();
  return (
    <>
      <p className="note">
        {reviewed_by ? t('guide.reviewedBy', { name: reviewed_by }) : t('guide.unreviewed')}
      </p>
      {told === language ? null : <p className="note">{t('text.english')}</p>}
      {draft && told === language ? <p className="note">{t('text.draft')}</p> : null}
    </>
  );
}

function Text({ guide, block }: { guide: Guide; block: Extract<GuideBlock, { kind: 'text' }> }) {
  const { language } = guide;
  const direction = language in languages ? languages[language as 'en'].direction : 'auto';
  return (
    <div
      className="sheet text"
      lang={language}
      dir={direction}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our server of our own Markdown, in which tags are shown and not obeyed
      dangerouslySetInnerHTML={{ __html: block.html }}
    />
  );
}

function Changes({ guide: { changes } }: { guide: Guide }) {
  const { t, locale } = useMessages();
  if (changes.length === 0) return null;
  return (
    <section>
      <h2>{t('guide.changes')}</h2>
      <ul>
        {changes.map(({ date, what, language, source_url }) => (
          <li key={`${date}${what}`}>
            <p>
              {dateText(date, locale)}: <bdi lang={language}>{what}</bdi>{' '}
              {source_url ? (
                <a href={source_url} rel="noreferrer external">
                  {t('facility.source')}
                </a>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OfferProps extends GuidePageProps {
  offer: HelpOffer;
}

/** Whom to call about what was just read. */
function Offer({ offer, help, near, guide }: OfferProps) {
  const { t, language } = useMessages();
  const { lines, listings, services } = offer;
  return (
    <div className="guide-help">
      <p>
        <strong>{t('guide.help')}</strong>
      </p>
      <HelpLineList lines={lines} />
      {help.place ? <p>{t('results.heading.near', { place: placeText(help.place) })}</p> : null}
      <ListingList listings={listings} />
      {help.unknownPlace ? <p className="problem">{t('results.unknownPlace')}</p> : null}
      <PlaceForm slug={guide.slug} near={near} services={services} />
      <p className="links">
        <a href={pageUrl(language, 'search', '', { near, service: services[0] ?? '' })}>
          {t('guide.more')}
        </a>
        <a href={pageUrl(language, 'facilities')}>{t('facilities.heading')}</a>
      </p>
    </div>
  );
}

/** A plain form: the place stands in the page's address, where the reader typed it. */
function PlaceForm({ slug, near, services }: { slug: string; near: string; services: string[] }) {
  const { t, language } = useMessages();
  if (services.length === 0) return null;
  return (
    <form className="search" action={pageUrl(language, 'guide', slug)}>
      <label>
        {t('search.label')}
        <input name="near" type="search" dir="auto" defaultValue={near} maxLength={100} />
      </label>
      <button type="submit" className="button main">
        {t('search.button')}
      </button>
    </form>
  );
}

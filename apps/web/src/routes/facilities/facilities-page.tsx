import type { Facility } from '#contract';
import { distanceText } from '../../format/distance-text.ts';
import { localizedName } from '../../i18n/localized-name.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useVocabulary } from '../../i18n/vocabulary.tsx';
import { pageUrl } from '../../urls/page-url.ts';
import type { FacilitySearchResults } from './load-facilities.ts';

export interface FacilitiesPageProps {
  /** The search text; empty for all. */
  requested: string;
  found: FacilitySearchResults;
}

/** Lists detention facilities, with a plain form to search by name, town, state or nearby place. */
export function FacilitiesPage({ requested, found }: FacilitiesPageProps) {
  const { t, language } = useMessages();
  const { facilities, how } = found;
  return (
    <>
      <h1>{t('facilities.heading')}</h1>
      <p>{t('facilities.lead')}</p>
      <search>
        <form className="search" action={pageUrl(language, 'facilities')}>
          <label htmlFor="facility-name">{t('facilities.label')}</label>
          <div className="row">
            <input
              id="facility-name"
              name="q"
              type="search"
              dir="auto"
              defaultValue={requested}
              maxLength={100}
            />
            <button type="submit" className="button main">
              {t('search.button')}
            </button>
          </div>
        </form>
      </search>
      <p className="count" role="status">
        {how === 'named'
          ? t('facilities.count', { count: facilities.length })
          : t(`facilities.${how}`, { name: requested })}
      </p>
      <ul className="cards">
        {facilities.map((facility) => (
          <FacilityLink key={facility.id} facility={facility} />
        ))}
      </ul>
    </>
  );
}

function FacilityLink({ facility }: { facility: Facility }) {
  const { t, language, locale } = useMessages();
  const { regions } = useVocabulary();
  const { slug, name, city, region: code, distance_m } = facility;
  const region = regions.find((one) => one.code === code);
  const where = [city, region ? localizedName(language, 'region', region) : code].join(', ');
  return (
    <li className="card">
      <article>
        <h2>
          <a className="card-link" href={pageUrl(language, 'facility', slug)}>
            <bdi>{name}</bdi>
          </a>
        </h2>
        <p>
          <bdi>{where}</bdi>
          {distance_m === null ? null : (
            <span className="far">
              {' '}
              · {t('facilities.away', { distance: distanceText(distance_m, locale) })}
            </span>
          )}
        </p>
      </article>
    </li>
  );
}

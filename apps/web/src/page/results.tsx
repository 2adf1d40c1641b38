import type { HelpLine, Listing, Place } from '#contract';
import {
  pageAddress,
  type SearchAddress,
  wholeDirectory,
  writeSiteAddress,
} from '../address/site-address.ts';
import type { ChangeSearch } from '../address/use-site-address.ts';
import { HelpLineList } from '../listing/help-line-list.tsx';
import { ListingCard } from '../listing/listing-card.tsx';
import { ListingList } from '../listing/listing-list.tsx';
import { useMessages } from '../messages/messages.tsx';
import { placeText } from '../search/place-text.ts';
import type { FoundResults } from '../search/use-found.ts';
import { onPlainClick } from './plain-click.ts';

export interface ResultsProps {
  found: FoundResults;
  search: SearchAddress;
  atPosition: boolean;
  highlighted: string | null;
  onHighlight(id: string | null): void;
  onChange: ChangeSearch;
}

/** The list, with all that belongs to it: never a blank page. */
export function Results(props: ResultsProps) {
  const { found, search, atPosition, highlighted, onHighlight, onChange } = props;
  const { t } = useMessages();
  const { answer, state } = found;
  const items = answer?.items ?? [];
  return (
    <section id="results" className="results" aria-labelledby="results-heading" tabIndex={-1}>
      <h2 id="results-heading">
        <Heading place={answer?.place ?? null} atPosition={atPosition} />
      </h2>
      <p className="count" aria-live="polite">
        {state === 'loading' ? t('results.loading') : null}
        {state === 'done' ? t('results.count', { count: items.length }) : null}
      </p>
      <Failure found={found} />
      {answer?.widened ? <p className="note">{t('results.widened')}</p> : null}
      <OtherPlaces places={answer?.other_places ?? []} search={search} onChange={onChange} />
      {state === 'done' && items.length === 0 ? (
        <NothingFound search={search} onChange={onChange} />
      ) : null}
      <ol className="cards">
        {items.map((listing, index) => (
          <ListingCard
            key={listing.id}
            listing={listing}
            position={typeof listing.location?.latitude === 'number' ? index + 1 : null}
            highlighted={listing.id === highlighted}
            onHighlight={onHighlight}
          />
        ))}
      </ol>
      <More found={found} search={search} />
      <HelpFromAfar listings={answer?.remote ?? []} />
      <HelpLines lines={answer?.help_lines ?? []} />
    </section>
  );
}

function Heading({ place, atPosition }: { place: Place | null; atPosition: boolean }) {
  const { t } = useMessages();
  if (atPosition) return t('results.heading.position');
  return place ? t('results.heading.near', { place: placeText(place) }) : t('results.heading');
}

function Failure({ found: { error, retry } }: { found: FoundResults }) {
  const { t } = useMessages();
  if (!error) return null;
  return (
    <div className="problem" role="alert">
      <p>
        {t('results.failed')}{' '}
        {error.name === 'ProblemError' ? <bdi lang="en">{error.message}</bdi> : null}
      </p>
      <button type="button" className="button needs-script" onClick={retry}>
        {t('results.retry')}
      </button>
    </div>
  );
}

function NothingFound({ search, onChange }: Pick<ResultsProps, 'search' | 'onChange'>) {
  const { t, language } = useMessages();
  const { near } = search;
  return (
    <div className="problem">
      <p>{t('results.empty')}</p>
      <a
        className="button"
        href={pageAddress(language, 'search', '', { near })}
        onClick={onPlainClick(() => onChange({ ...wholeDirectory, near }))}
      >
        {t('results.resetFilters')}
      </a>
    </div>
  );
}

function More({ found: { more, next }, search }: Pick<ResultsProps, 'found' | 'search'>) {
  const { t, language } = useMessages();
  if (!more || !next) return null;
  const address = {
    language,
    page: 'search',
    name: '',
    search: { ...search, cursor: next },
  } as const;
  return (
    <a className="button" rel="next" href={writeSiteAddress(address)} onClick={onPlainClick(more)}>
      {t('results.more')}
    </a>
  );
}

function HelpFromAfar({ listings }: { listings: Listing[] }) {
  const { t } = useMessages();
  if (listings.length === 0) return null;
  return (
    <>
      <h2>{t('remote.heading')}</h2>
      <ListingList listings={listings} />
    </>
  );
}

function HelpLines({ lines }: { lines: HelpLine[] }) {
  const { t } = useMessages();
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{t('lines.heading')}</h2>
      <p>{t('lines.about')}</p>
      <HelpLineList lines={lines} />
    </>
  );
}

function OtherPlaces({
  places,
  search,
  onChange,
}: { places: Place[] } & Pick<ResultsProps, 'search' | 'onChange'>) {
  const { t, language } = useMessages();
  if (places.length === 0) return null;
  return (
    <div className="others">
      <p>{t('results.others')}</p>
      <ul>
        {places.map((place) => {
          const near = placeText(place);
          return (
            <li key={place.id}>
              <a
                className="button quiet"
                href={pageAddress(language, 'search', '', { ...search, near })}
                onClick={onPlainClick(() => onChange({ near }))}
              >
                <bdi>{near}</bdi>
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

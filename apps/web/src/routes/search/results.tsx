import { Suspense, useEffect, useRef } from 'react';
import type { Facets, HelpLine, Listing, Place } from '#contract';
import type { ProblemError } from '../../api-client/fetch-json.ts';
import { HelpLineList } from '../../components/help-line/help-line-list.tsx';
import { ListingCard } from '../../components/listing-card/listing-card.tsx';
import { ListingList } from '../../components/listing-card/listing-list.tsx';
import { placeText } from '../../format/place-text.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { onUnmodifiedClick } from '../../urls/on-unmodified-click.ts';
import { formatPageUrl, pageUrl, type SearchParameters } from '../../urls/page-url.ts';
import type { ChangeSearch } from '../../urls/use-page-url.ts';
import { MAP_ELEMENT_ID } from './map-column.tsx';
import { NothingFound } from './nothing-found.tsx';
import { scrollToListing } from './scroll-to-listing.ts';
import { useIsSlow } from './use-is-slow.ts';
import type { SearchResultsState } from './use-search-results.ts';

/** The id of the heading: it stands behind the form and before the first result. */
export const RESULTS_HEADING = 'results-heading';

export interface ResultsProps {
  found: SearchResultsState;
  facets: Facets | null;
  search: SearchParameters;
  atPosition: boolean;
  highlighted: string | null;
  onHighlight(id: string | null): void;
  onChange: ChangeSearch;
}

/** The list of results, with its heading, messages and further help. */
export function Results(props: ResultsProps) {
  const { found, facets, search, atPosition, highlighted, onHighlight, onChange } = props;
  const { t } = useMessages();
  const { answer, state } = found;
  const slow = useIsSlow(state === 'loading');
  const items = answer?.items ?? [];
  return (
    <section
      id="results"
      className="results"
      aria-labelledby={RESULTS_HEADING}
      aria-busy={slow}
      tabIndex={-1}
    >
      <h2 id={RESULTS_HEADING}>
        <Heading
          place={answer?.place ?? null}
          atPosition={atPosition}
          inArea={search.bbox !== ''}
        />
      </h2>
      <div className="above-list">
        <p className="count" aria-live="polite">
          {slow ? t('results.loading') : null}
          {state === 'done'
            ? t(found.next ? 'results.firstCount' : 'results.count', { count: items.length })
            : null}
        </p>
        {items.length > 0 ? (
          <a className="button quiet across needs-script" href={`#${MAP_ELEMENT_ID}`}>
            {t('map.heading')}
          </a>
        ) : null}
      </div>
      <Failure found={found} />
      {answer?.widened ? <p className="note">{t('results.widened')}</p> : null}
      <OtherPlaces places={answer?.other_places ?? []} search={search} onChange={onChange} />
      {state === 'done' && items.length === 0 ? (
        <NothingFound search={search} facets={facets} onChange={onChange} />
      ) : null}
      <ol className="cards">
        {items.map((listing, index) => (
          // Each card has its own boundary, so that hydration can be interrupted by user input.
          <Suspense key={listing.id}>
            <ListingCard
              listing={listing}
              position={typeof listing.location?.latitude === 'number' ? index + 1 : null}
              highlighted={listing.id === highlighted}
              onHighlight={onHighlight}
            />
          </Suspense>
        ))}
      </ol>
      <More found={found} search={search} />
      <Suspense>
        <RemoteHelp listings={answer?.remote ?? []} search={search} />
      </Suspense>
      <Suspense>
        <HelpLines lines={answer?.help_lines ?? []} search={search} />
      </Suspense>
    </section>
  );
}

function Heading({
  place,
  atPosition,
  inArea,
}: {
  place: Place | null;
  atPosition: boolean;
  inArea: boolean;
}) {
  const { t } = useMessages();
  if (inArea) return t('results.heading.area');
  if (atPosition) return t('results.heading.position');
  return place ? t('results.heading.near', { place: placeText(place) }) : t('results.heading');
}

function Failure({ found: { error, retry } }: { found: SearchResultsState }) {
  const { t } = useMessages();
  if (!error) return null;
  return (
    <div className="problem" role="alert">
      <p>{isUnknownPlace(error) ? t('results.unknownPlace') : t('results.failed')}</p>
      <button type="button" className="button needs-script" onClick={retry}>
        {t('results.retry')}
      </button>
    </div>
  );
}

function isUnknownPlace(error: Error): boolean {
  return (error as Partial<ProblemError>).field === 'near';
}

function More({ found, search }: Pick<ResultsProps, 'found' | 'search'>) {
  const { t, language } = useMessages();
  const { more, next, answer } = found;
  const focusNextItem = useFocusOnNewItem(answer?.items ?? []);
  if (!more || !next) return null;
  const address = {
    language,
    page: 'search',
    name: '',
    search: { ...search, cursor: next },
  } as const;
  return (
    <a
      className="button"
      rel="next"
      href={formatPageUrl(address)}
      onClick={onUnmodifiedClick(() => {
        focusNextItem();
        more();
      })}
    >
      {t('results.more')}
    </a>
  );
}

/** @returns a function that moves the focus to the first new item once more items are loaded */
function useFocusOnNewItem(items: Listing[]): () => void {
  const oldLength = useRef<number | null>(null);
  useEffect(
    function focusFirstNewItem() {
      const first = oldLength.current === null ? undefined : items[oldLength.current];
      if (!first) return;
      oldLength.current = null;
      scrollToListing(first.id);
    },
    [items],
  );
  return () => {
    oldLength.current = items.length;
  };
}

function RemoteHelp({ listings, search }: { listings: Listing[] } & Pick<ResultsProps, 'search'>) {
  const { t, language } = useMessages();
  if (listings.length === 0) return null;
  return (
    <>
      <h2>{t('remote.heading')}</h2>
      <ListingList listings={listings} />
      {search.near === '' ? null : (
        <p className="links">
          <a href={pageUrl(language, 'search', '', { ...search, remote: 'true' })}>
            {t('remote.all')}
          </a>
        </p>
      )}
    </>
  );
}

function HelpLines({
  lines,
  search: { service },
}: { lines: HelpLine[] } & Pick<ResultsProps, 'search'>) {
  const { t, language } = useMessages();
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{t('lines.heading')}</h2>
      <p>{t('lines.about')}</p>
      <HelpLineList lines={lines} />
      <p className="links">
        <a href={pageUrl(language, 'help-lines', '', { service })}>{t('lines.all')}</a>
      </p>
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
                href={pageUrl(language, 'search', '', { ...search, near })}
                onClick={onUnmodifiedClick(() => onChange({ near }))}
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

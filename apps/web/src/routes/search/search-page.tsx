import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Facets, ListedListing, MapFeatures, Page, TileOffer } from '#contract';
import type { SearchResults } from '../../api-client/listing-search.ts';
import type { RoundedPosition } from '../../api-client/rounded-position.ts';
import type { ApiState } from '../../api-client/use-api.ts';
import { useMessages } from '../../i18n/messages.tsx';
import type { ViewportData } from '../../map/layers/viewport-layer.ts';
import { fetchWithOfflineFallback } from '../../offline/fetch-with-offline-fallback.ts';
import { formatSearch, type PageUrl, type SearchParameters } from '../../urls/page-url.ts';
import type { ChangeSearch } from '../../urls/use-page-url.ts';
import { SearchForm } from './form/search-form.tsx';
import { type LoadMap, MapColumn } from './map-column.tsx';
import { Results } from './results.tsx';
import { scrollToListing } from './scroll-to-listing.ts';
import { searchTitle } from './search-title.ts';
import { useFacets } from './use-facets.ts';
import {
  initialSearchResults,
  type SearchResultsState,
  useSearchResults,
} from './use-search-results.ts';

export interface SearchPageProps {
  /** The search that the page was loaded with; its results are `first`. */
  firstSearch: SearchParameters;
  first: ApiState<SearchResults>;
  facets: Facets | null;
  address: PageUrl;
  /** The street tiles that the map can use. */
  streets: TileOffer | null;
  onChange: ChangeSearch;
  loadMap: LoadMap | null;
}

/** The search page: the list first, and the map next to it with the same places. */
export function SearchPage(props: SearchPageProps) {
  const { address, onChange } = props;
  const { t } = useMessages();
  const { search } = address;
  const [position, setPosition] = useState<RoundedPosition | null>(null);
  const { found, facets } = useSearch(props, position);
  const change = (part: Partial<SearchParameters>) => {
    if (part.near === undefined) {
      onChange(part);
      return;
    }
    setPosition(null);
    onChange({ bbox: '', ...part });
  };
  return (
    <>
      <h1 className="lead" data-searched={search.near !== '' || undefined}>
        {t('app.lead')}
      </h1>
      <SearchForm
        search={search}
        facets={facets}
        onChange={change}
        onPosition={(at) => {
          onChange({ near: '', bbox: '' });
          setPosition(at);
        }}
      />
      <ListAndMap
        {...props}
        found={found}
        facets={facets}
        atPosition={position !== null}
        onChange={change}
      />
    </>
  );
}

/** Manages the results and counts of the search in the URL, and the title of the page. */
function useSearch(props: SearchPageProps, position: RoundedPosition | null) {
  const { firstSearch, first, address } = props;
  const [initial] = useState(() => initialSearchResults(firstSearch, first));
  const found = useSearchResults(address.search, position, initial);
  const facets = useFacets(address.search, props.facets);
  useEffect(
    function updateTitle() {
      if (found.state !== 'done') return;
      document.title = searchTitle(found.answer.place, address.language);
    },
    [found, address.language],
  );
  return { found, facets };
}

interface ListAndMapProps extends SearchPageProps {
  found: SearchResultsState;
  atPosition: boolean;
}

function ListAndMap(props: ListAndMapProps) {
  const { found, facets, address, atPosition, onChange, loadMap, streets } = props;
  const { search } = address;
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const select = useCallback((id: string) => {
    scrollToListing(id);
    setHighlighted(id);
  }, []);
  // A position that is not sent must not be revealed by requests for the visible area either.
  const filters = formatSearch({ ...search, near: '', bbox: '', cursor: '' }).slice(1);
  const viewportData = useMemo(() => viewportDataFor(filters), [filters]);
  return (
    <div className="columns">
      <Results
        found={found}
        facets={facets}
        search={search}
        atPosition={atPosition}
        highlighted={highlighted}
        onHighlight={setHighlighted}
        onChange={onChange}
      />
      <MapColumn
        loadMap={loadMap}
        listings={found.answer?.items ?? []}
        highlighted={highlighted}
        onHighlight={setHighlighted}
        onSelect={select}
        area={search.bbox || null}
        viewportData={atPosition ? null : viewportData}
        streets={streets}
        onArea={atPosition ? null : (bbox) => onChange({ near: '', bbox })}
      />
    </div>
  );
}

function viewportDataFor(filters: string): ViewportData {
  return {
    features: async (box, zoom, signal) =>
      await fetchWithOfflineFallback<MapFeatures>(`/v1/map?bbox=${box}&zoom=${zoom}&${filters}`, {
        signal,
      }),
    listings: async (box) =>
      (
        await fetchWithOfflineFallback<Page<ListedListing>>(
          `/v1/listings?bbox=${box}&limit=100&${filters}`,
        )
      ).items,
  };
}

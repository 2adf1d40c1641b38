import { useEffect, useState } from 'react';
import type { Listing } from '#contract';
import { useOfflineCopyInUse } from '../../api-client/connection.ts';
import { ProblemError } from '../../api-client/fetch-json.ts';
import { ListingList } from '../../components/listing-card/listing-list.tsx';
import {
  chooseClearOnExit,
  clearSaved,
  renameSaved,
  useSavedList,
} from '../../components/save-button/saved-list.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useVocabulary } from '../../i18n/vocabulary.tsx';
import { fetchWithOfflineFallback } from '../../offline/fetch-with-offline-fallback.ts';
import { isLargeDirectory } from '../../offline/store/offline-regions.ts';
import { LazyOfflineRegionsPicker } from './lazy-offline-regions-picker.tsx';

/** Lists the places saved on this device with their current data. */
export function SavedPage() {
  const { t } = useMessages();
  const { slugs, clearOnExit } = useSavedList();
  const { listings, gone, failed } = useListings(slugs);
  const { regions } = useVocabulary();
  // A place that is missing in a copy of some states may still be listed.
  const isPartialCopy = (useOfflineCopyInUse()?.regions.length ?? 0) > 0;
  return (
    <>
      <h1>{t('saved.heading')}</h1>
      <p>{t('saved.lead')}</p>
      <noscript>
        <p className="problem">{t('saved.needsScript')}</p>
      </noscript>
      <div className="needs-script">
        {slugs.length === 0 ? <p>{t('saved.none')}</p> : null}
        {failed ? <p className="problem">{t('results.failed')}</p> : null}
        {gone > 0 && !isPartialCopy ? (
          <p className="problem">{t('saved.gone', { count: gone })}</p>
        ) : null}
        <ListingList listings={listings} />
        <p>
          <label className="check">
            <input
              type="checkbox"
              checked={clearOnExit}
              onChange={({ target }) => chooseClearOnExit(target.checked)}
            />{' '}
            {t('saved.clearOnExit', { button: t('exit.button') })}
          </label>
        </p>
        {slugs.length > 0 ? (
          <button type="button" className="button" onClick={clearSaved}>
            {t('saved.clear')}
          </button>
        ) : null}
        {isLargeDirectory(regions) ? <LazyOfflineRegionsPicker /> : null}
      </div>
    </>
  );
}

interface SavedListings {
  listings: Listing[];
  /** The number of places that are no longer listed. */
  gone: number;
  failed: boolean;
}

/** Requests current data first and not the copy: a place that has closed must not look open. */
function useListings(slugs: string[]): SavedListings {
  const [loaded, setLoaded] = useState<SavedListings>({ listings: [], gone: 0, failed: false });
  useEffect(
    function fetchListings() {
      let current = true;
      Promise.all(slugs.map(fetchListing)).then(
        (responses) => {
          if (!current) return;
          const listings = responses.filter((response) => response !== null);
          setLoaded({ listings, gone: responses.length - listings.length, failed: false });
          renameSaved(presentSlugs(slugs, responses));
        },
        () => {
          if (current) setLoaded({ listings: [], gone: 0, failed: true });
        },
      );
      return () => {
        current = false;
      };
    },
    [slugs],
  );
  return loaded;
}

/** Returns the present slugs of listings, by those that they were saved with. */
function presentSlugs(saved: string[], responses: (Listing | null)[]): Map<string, string> {
  const pairs = saved.map((slug, index): [string, string] => [
    slug,
    responses[index]?.slug ?? slug,
  ]);
  return new Map(pairs);
}

/** @returns null for a place that is no longer listed */
async function fetchListing(slug: string): Promise<Listing | null> {
  try {
    return await fetchWithOfflineFallback<Listing>(`/v1/listings/${encodeURIComponent(slug)}`);
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  }
}

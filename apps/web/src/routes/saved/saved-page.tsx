import { useEffect, useState } from 'react';
import type { Listing } from '#contract';
import { useOfflineCopyInUse } from '../../api-client/connection.ts';
import { ProblemError } from '../../api-client/fetch-json.ts';
import { ListingList } from '../../components/listing-card/listing-list.tsx';
import {
  chooseClearOnExit,
  clearSaved,
  useSavedList,
} from '../../components/save-button/saved-list.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useVocabulary } from '../../i18n/vocabulary.tsx';
import { fetchWithOfflineFallback } from '../../offline/fetch-with-offline-fallback.ts';
import { isLargeDirectory } from '../../offline/store/offline-regions.ts';
import { LazyOfflineRegionsPicker } from './lazy-offline-regions-picker.tsx';

/** What was saved on this device, as it is known now. */
export function SavedPage() {
  const { t } = useMessages();
  const { slugs, clearOnExit } = useSavedList();
  const { listings, gone, failed } = useListings(slugs);
  const { regions } = useVocabulary();
  // From a copy of some states a place can be missing and still be listed.
  const inPart = (useOfflineCopyInUse()?.regions.length ?? 0) > 0;
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
        {gone > 0 && !inPart ? <p className="problem">{t('saved.gone', { count: gone })}</p> : null}
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

interface Known {
  listings: Listing[];
  /** How many are not listed any more. */
  gone: number;
  failed: boolean;
}

/** Asks anew, and not the copy first: a place that has closed since must not look open. */
function useListings(slugs: string[]): Known {
  const [known, setKnown] = useState<Known>({ listings: [], gone: 0, failed: false });
  useEffect(
    function askForThem() {
      let current = true;
      Promise.all(slugs.map(listingNamed)).then(
        (answers) => {
          if (!current) return;
          const listings = answers.filter((answer) => answer !== null);
          setKnown({ listings, gone: answers.length - listings.length, failed: false });
        },
        () => {
          if (current) setKnown({ listings: [], gone: 0, failed: true });
        },
      );
      return () => {
        current = false;
      };
    },
    [slugs],
  );
  return known;
}

/** @returns null for what is not listed any more */
async function listingNamed(slug: string): Promise<Listing | null> {
  try {
    return await fetchWithOfflineFallback<Listing>(`/v1/listings/${encodeURIComponent(slug)}`);
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  }
}

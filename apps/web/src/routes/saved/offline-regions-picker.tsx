import { type FormEvent, useEffect, useState } from 'react';
import type { MessageKey } from '../../i18n/catalogs.ts';
import { localizedName } from '../../i18n/localized-name.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useVocabulary } from '../../i18n/vocabulary.tsx';
import {
  fittingRegions,
  listingCount,
  selectableRegions,
} from '../../offline/store/offline-regions.ts';
import { isTooLarge, refreshSnapshot } from '../../offline/store/refresh-snapshot.ts';
import { readStoredSnapshot } from '../../offline/store/snapshot-store.ts';

/** Lets the visitor choose the states stored on this device; shown once these are known. */
export function OfflineRegionsPicker() {
  const stored = useStoredRegions();
  return stored ? <RegionsForm stored={stored} /> : null;
}

function RegionsForm({ stored }: { stored: string[] }) {
  const { t, language } = useMessages();
  const { regions } = useVocabulary();
  const { selected, toggle, save, status } = useSelection(stored);
  const storedRegions = regions.filter(
    ({ code, kind }) => kind === 'country' || selected.includes(code),
  );
  return (
    <form onSubmit={save}>
      <fieldset className="sheet">
        <legend>{t('copy.legend')}</legend>
        <p>{t('copy.lead')}</p>
        <div className="filters">
          {selectableRegions(regions).map((region) => (
            <label key={region.code} className="check">
              <input
                type="checkbox"
                checked={selected.includes(region.code)}
                onChange={({ target }) => toggle(region.code, target.checked)}
              />{' '}
              {t('filter.option', {
                name: localizedName(language, 'region', region),
                count: region.count,
              })}
            </label>
          ))}
        </div>
        <p className="count" aria-live="polite">
          {t('results.count', { count: listingCount(storedRegions) })}
        </p>
        <button type="submit" className="button">
          {t('copy.keep')}
        </button>
        <p className="note" role="status">
          {status ? t(status) : ''}
        </p>
      </fieldset>
    </form>
  );
}

/** Returns the codes of the regions in the copy, or else of those that fit; null until it is read. */
function useStoredRegions(): string[] | null {
  const { regions } = useVocabulary();
  const [stored, setStored] = useState<string[] | null>(null);

  useEffect(
    function readStoredRegions() {
      const show = (codes: string[]) => setStored((now) => now ?? fittingRegions(regions, codes));
      readStoredSnapshot().then(
        (snapshot) => show(snapshot?.regions ?? []),
        // Where storage is refused, the attempt to keep something says so.
        () => show([]),
      );
    },
    [regions],
  );

  return stored;
}

/** Manages the selected codes, and stores what is selected. */
function useSelection(stored: string[]) {
  const { language } = useMessages();
  const { regions, services, languages } = useVocabulary();
  const [selected, setSelected] = useState(stored);
  const [status, setStatus] = useState<MessageKey | null>(null);

  function toggle(code: string, wanted: boolean): void {
    setSelected((codes) => (wanted ? [...codes, code] : codes.filter((one) => one !== code)));
    setStatus(null);
  }

  function save(event: FormEvent): void {
    event.preventDefault();
    setStatus('results.loading');
    const vocabulary = { regions, services, languages };
    refreshSnapshot({ vocabulary, language, chosen: selected }).then(
      () => {
        setSelected(fittingRegions(regions, selected));
        setStatus('copy.done');
      },
      (error: Error) => setStatus(reasonFor(error)),
    );
  }

  return { selected, toggle, save, status };
}

function reasonFor(error: Error): MessageKey {
  return isTooLarge(error) ? 'copy.tooMany' : 'copy.failed';
}

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

/** Lets the visitor choose the states stored on this device. */
export function OfflineRegionsPicker() {
  const { t, language } = useMessages();
  const { regions } = useVocabulary();
  const { selected, toggle, save, status } = useStoredRegions();
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

/** Manages the selected codes, initially those of the stored copy. */
function useStoredRegions() {
  const { language } = useMessages();
  const { regions, services, languages } = useVocabulary();
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [status, setStatus] = useState<MessageKey | null>(null);
  const selected = chosen ?? fittingRegions(regions, []);

  useEffect(
    function loadStoredRegions() {
      void readStoredSnapshot().then((stored) =>
        setChosen((now) => now ?? fittingRegions(regions, stored?.regions ?? [])),
      );
    },
    [regions],
  );

  function toggle(code: string, wanted: boolean): void {
    setChosen(wanted ? [...selected, code] : selected.filter((one) => one !== code));
    setStatus(null);
  }

  function save(event: FormEvent): void {
    event.preventDefault();
    setStatus('results.loading');
    const vocabulary = { regions, services, languages };
    refreshSnapshot({ vocabulary, language, chosen: selected }).then(
      () => {
        setChosen(fittingRegions(regions, selected));
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

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

/** Chooses the states that the copy on this device holds. */
export function OfflineRegionsPicker() {
  const { t, language } = useMessages();
  const { regions } = useVocabulary();
  const { kept, choose, keep, told } = useKeptRegions();
  const held = regions.filter(({ code, kind }) => kind === 'country' || kept.includes(code));
  return (
    <form onSubmit={keep}>
      <fieldset className="sheet">
        <legend>{t('copy.legend')}</legend>
        <p>{t('copy.lead')}</p>
        <div className="filters">
          {selectableRegions(regions).map((region) => (
            <label key={region.code} className="check">
              <input
                type="checkbox"
                checked={kept.includes(region.code)}
                onChange={({ target }) => choose(region.code, target.checked)}
              />{' '}
              {t('filter.option', {
                name: localizedName(language, 'region', region),
                count: region.count,
              })}
            </label>
          ))}
        </div>
        <p className="count" aria-live="polite">
          {t('results.count', { count: listingCount(held) })}
        </p>
        <button type="submit" className="button">
          {t('copy.keep')}
        </button>
        <p className="note" role="status">
          {told ? t(told) : ''}
        </p>
      </fieldset>
    </form>
  );
}

/** The codes that are ticked: at first what the copy holds. */
function useKeptRegions() {
  const { language } = useMessages();
  const { regions, services, languages } = useVocabulary();
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [told, setTold] = useState<MessageKey | null>(null);
  const kept = chosen ?? fittingRegions(regions, []);

  useEffect(
    function showWhatIsKept() {
      void readStoredSnapshot().then((stored) =>
        setChosen((now) => now ?? fittingRegions(regions, stored?.regions ?? [])),
      );
    },
    [regions],
  );

  function choose(code: string, wanted: boolean): void {
    setChosen(wanted ? [...kept, code] : kept.filter((one) => one !== code));
    setTold(null);
  }

  function keep(event: FormEvent): void {
    event.preventDefault();
    setTold('results.loading');
    const vocabulary = { regions, services, languages };
    refreshSnapshot({ vocabulary, language, chosen: kept }).then(
      () => {
        setChosen(fittingRegions(regions, kept));
        setTold('copy.done');
      },
      (error: Error) => setTold(reasonFor(error)),
    );
  }

  return { kept, choose, keep, told };
}

function reasonFor(error: Error): MessageKey {
  return isTooLarge(error) ? 'copy.tooMany' : 'copy.failed';
}

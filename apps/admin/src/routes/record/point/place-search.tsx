import { useState } from 'react';
import type { Place } from '#contract';
import { findPlaces } from '../../../api-client/places.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Labeled } from '../../../components/labeled.tsx';
import { useAction } from '../../../components/use-action.ts';
import { useMessages } from '../../../i18n/messages.tsx';

/** Finds a town or a postal code by its name. */
export function PlaceSearch({ onPick }: { onPick(place: Place): void }) {
  const { t } = useMessages();
  const [name, setName] = useState('');
  const [places, setPlaces] = useState<Place[] | null>(null);
  const search = useAction(async () => {
    if (name.trim() === '') return;
    setPlaces(await findPlaces(name));
  });
  return (
    <>
      <div className="with-button">
        <Labeled label={t('map.find')} hint={t('map.findHint')}>
          {(ids) => (
            <input
              {...ids}
              value={name}
              onChange={({ target }) => setName(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                // Enter would save the record.
                event.preventDefault();
                void search.run();
              }}
            />
          )}
        </Labeled>
        <button type="button" className="quiet" onClick={() => search.run()}>
          {t('map.search')}
        </button>
      </div>
      <ErrorNotice error={search.error} />
      {places && (
        <>
          <p role="status">{t('map.found', { count: places.length })}</p>
          <ul className="found-places">
            {places.map((place) => (
              <li key={place.id}>
                <button
                  type="button"
                  className="quiet"
                  onClick={() => {
                    onPick(place);
                    setPlaces(null);
                  }}
                >
                  {[place.name, place.region_name, place.country].filter(Boolean).join(', ')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

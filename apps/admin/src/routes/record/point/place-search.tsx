import type { Place } from '#contract';
import { findPlaces } from '../../../api-client/places.ts';
import { SearchBox } from '../../../form/search-box.tsx';
import { useMessages } from '../../../i18n/messages.tsx';

/** Finds a town or a postal code by its name. */
export function PlaceSearch({ onPick }: { onPick(place: Place): void }) {
  const { t } = useMessages();
  return (
    <SearchBox
      label={t('map.find')}
      hint={t('map.findHint')}
      find={findPlaces}
      textOf={({ name, region_name, country }) =>
        [name, region_name, country].filter(Boolean).join(', ')
      }
      onPick={onPick}
    />
  );
}

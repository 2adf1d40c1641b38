import { useState } from 'react';

/**
 * Whether streets are shown. They come by themselves, but not on a device that saves data, and not
 * when the device's position is searched: the part of the map that is looked at would tell it.
 *
 * @param atPosition what was chosen before a position was used does not hold for it
 */
export function useStreetTiles(atPosition: boolean): [boolean, (on: boolean) => void] {
  const [chosen, setChosen] = useState<{ on: boolean; atPosition: boolean } | null>(null);
  const on = chosen?.atPosition === atPosition ? chosen.on : !atPosition && !savesData();
  return [on, (wanted) => setChosen({ on: wanted, atPosition })];
}

/** https://wicg.github.io/savedata/#savedata-attribute */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

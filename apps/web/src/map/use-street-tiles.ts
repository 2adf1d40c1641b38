import { useState } from 'react';

/**
 * Returns whether streets are shown. They are on by default, except on a device that saves data,
 * and except in a search by device position, because the requested tiles would reveal it.
 *
 * @param atPosition a choice made without a position does not apply to a search with one, and vice
 *   versa
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

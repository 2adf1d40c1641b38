import { foldPlaceName, type Phone } from '#contract';

/**
 * Returns the number to call first: a voice line, if possible one whose label names the town.
 *
 * @param phones those of the place first
 */
export function firstPhone(phones: Phone[], town: string | null): string | null {
  const voice = phones.filter(({ type }) => type === null || type === 'voice');
  const ofTown = voice.find(
    ({ label }) => town !== null && label !== null && names(label, foldPlaceName(town)),
  );
  return (ofTown ?? voice[0])?.number ?? null;
}

function names(label: string, town: string): boolean {
  return ` ${foldPlaceName(label)} `.includes(` ${town} `);
}

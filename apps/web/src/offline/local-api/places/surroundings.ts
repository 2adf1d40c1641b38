import { type BorderLine, type BorderTopology, readBorder } from '#contract';
import { loadTowns, type Town } from '../../../map/layers/towns.ts';
import { BORDER } from '../../worker-client/deferred-assets.ts';

/** What tells in which state a position is. */
export interface Surroundings {
  towns: Town[];
  /** null if it is not stored yet. */
  border: BorderLine | null;
}

export async function loadSurroundings(): Promise<Surroundings> {
  const [towns, border] = await Promise.all([loadTowns(), loadBorder().catch(() => null)]);
  return { towns, border };
}

async function loadBorder(): Promise<BorderLine> {
  const response = await fetch(BORDER);
  return readBorder((await response.json()) as BorderTopology);
}

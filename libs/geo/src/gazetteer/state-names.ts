import { createRequire } from 'node:module';
import { foldPlaceName, type RegionCode } from '#contract';
import { subdivisions } from './subdivisions.ts';

const require = createRequire(import.meta.url);

/** Abbreviations that people in Mexico use. */
const mexicanShortForms: Record<string, RegionCode> = {
  ags: 'MX-AGU',
  bc: 'MX-BCN',
  bcn: 'MX-BCN',
  bcs: 'MX-BCS',
  camp: 'MX-CAM',
  cdmx: 'MX-CMX',
  chih: 'MX-CHH',
  chis: 'MX-CHP',
  coah: 'MX-COA',
  dgo: 'MX-DUR',
  gro: 'MX-GRO',
  gto: 'MX-GUA',
  hgo: 'MX-HID',
  jal: 'MX-JAL',
  mich: 'MX-MIC',
  nl: 'MX-NLE',
  oax: 'MX-OAX',
  pue: 'MX-PUE',
  qro: 'MX-QUE',
  slp: 'MX-SLP',
  son: 'MX-SON',
  tamps: 'MX-TAM',
  ver: 'MX-VER',
  yuc: 'MX-YUC',
  zac: 'MX-ZAC',
};

const { names: namesByCode } = require('#places/state-names.json') as {
  names: Record<string, Record<string, string[]>>;
};

/** Returns the names of each state, folded: in the languages of the site, and abbreviated. */
export const stateNames: ReadonlyMap<RegionCode, string[]> = new Map(
  subdivisions.map(({ code, names }) => {
    const full = [names.en, names.es, ...Object.values(namesByCode[code] ?? {}).flat()];
    const short = Object.entries(mexicanShortForms).filter(([, of]) => of === code);
    const postal = code.startsWith('US-') ? [code.slice(3).toLowerCase()] : [];
    return [
      code,
      [...new Set([...full.map(foldPlaceName), ...short.map(([name]) => name), ...postal])],
    ];
  }),
);

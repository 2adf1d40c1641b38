import type { RegionCode } from '#contract';

interface PostalArea {
  /** Folded. */
  name: string;
  region: RegionCode;
}

/**
 * Codes of towns near the border: the first and the last, as they are commonly known. Nobody has compared
 * them with the catalog of Correos de México; a wrong one leads to another town of the same state.
 */
const towns: [first: number, last: number, name: string, region: RegionCode][] = [
  [21000, 21399, 'mexicali', 'MX-BCN'],
  [21400, 21499, 'tecate', 'MX-BCN'],
  [22000, 22699, 'tijuana', 'MX-BCN'],
  [22800, 22899, 'ensenada', 'MX-BCN'],
  [26000, 26099, 'piedras negras', 'MX-COA'],
  [26200, 26299, 'ciudad acuna', 'MX-COA'],
  [31000, 31499, 'chihuahua', 'MX-CHH'],
  [32000, 32699, 'ciudad juarez', 'MX-CHH'],
  [64000, 64999, 'monterrey', 'MX-NLE'],
  [83000, 83299, 'hermosillo', 'MX-SON'],
  [83400, 83499, 'san luis rio colorado', 'MX-SON'],
  [84000, 84099, 'nogales', 'MX-SON'],
  [84200, 84299, 'agua prieta', 'MX-SON'],
  [87300, 87499, 'matamoros', 'MX-TAM'],
  [88000, 88299, 'nuevo laredo', 'MX-TAM'],
  [88500, 88799, 'reynosa', 'MX-TAM'],
];

/** The last of the first two digits of each state, in their order. */
const states: [last: number, name: string, region: RegionCode][] = [
  [16, 'ciudad de mexico', 'MX-CMX'],
  [20, 'aguascalientes', 'MX-AGU'],
  [22, 'baja california', 'MX-BCN'],
  [23, 'baja california sur', 'MX-BCS'],
  [24, 'campeche', 'MX-CAM'],
  [27, 'coahuila', 'MX-COA'],
  [28, 'colima', 'MX-COL'],
  [30, 'chiapas', 'MX-CHP'],
  [33, 'chihuahua', 'MX-CHH'],
  [35, 'durango', 'MX-DUR'],
  [38, 'guanajuato', 'MX-GUA'],
  [41, 'guerrero', 'MX-GRO'],
  [43, 'hidalgo', 'MX-HID'],
  [49, 'jalisco', 'MX-JAL'],
  [57, 'state of mexico', 'MX-MEX'],
  [61, 'michoacan', 'MX-MIC'],
  [62, 'morelos', 'MX-MOR'],
  [63, 'nayarit', 'MX-NAY'],
  [67, 'nuevo leon', 'MX-NLE'],
  [71, 'oaxaca', 'MX-OAX'],
  [75, 'puebla', 'MX-PUE'],
  [76, 'queretaro', 'MX-QUE'],
  [77, 'quintana roo', 'MX-ROO'],
  [79, 'san luis potosi', 'MX-SLP'],
  [82, 'sinaloa', 'MX-SIN'],
  [85, 'sonora', 'MX-SON'],
  [86, 'tabasco', 'MX-TAB'],
  [89, 'tamaulipas', 'MX-TAM'],
  [90, 'tlaxcala', 'MX-TLA'],
  [96, 'veracruz', 'MX-VER'],
  [97, 'yucatan', 'MX-YUC'],
  [99, 'zacatecas', 'MX-ZAC'],
];

/** Returns the town or else the state of a Mexican postal code of five digits; undefined: no such code. */
export function mexicanPostalCode(code: string): PostalArea | undefined {
  const number = Number(code);
  if (number < 1000) return undefined;
  const town = towns.find(([first, last]) => number >= first && number <= last);
  if (town) return { name: town[2], region: town[3] };
  const state = states.find(([last]) => Math.floor(number / 1000) <= last);
  return state && { name: state[1], region: state[2] };
}

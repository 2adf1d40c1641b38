/** The icon of a kind of help, so that kinds are not distinguished by color only. */
export interface ServiceIcon {
  /** The kind of help that names the icon in the legend; null for all others. */
  code: string | null;
  codes: string[];
  /** SVG path in a view box of 16 x 16. */
  path: string;
}

const OTHER: ServiceIcon = { code: null, codes: [], path: 'M8 3a5 5 0 1 0 .01 0Z' };

export const serviceIcons: ServiceIcon[] = [
  { code: 'shelter', codes: ['shelter'], path: 'M8 1l7 6.5h-2V15H9.5v-4.5h-3V15H3V7.5H1Z' },
  {
    code: 'legal',
    codes: ['legal', 'bond-fund', 'case-information', 'detention-support', 'advocacy'],
    path: 'M8 1l7 4v2H1V5ZM3 8h2v5H3ZM7 8h2v5H7ZM11 8h2v5h-2ZM1 14h14v1.5H1Z',
  },
  {
    code: 'medical',
    codes: ['medical', 'mental-health', 'survivors-of-violence'],
    path: 'M6 1h4v5h5v4h-5v5H6v-5H1V6h5Z',
  },
  {
    code: 'food',
    codes: ['food', 'basic-needs', 'rescue'],
    path: 'M1 7h14a7 7 0 0 1-14 0ZM4 1h2v4H4ZM8 1h2v4H8Z',
  },
  OTHER,
];

/** Returns the icon of a place: that of its main service, which is first in its record. */
export function serviceIconOf([first]: string[]): ServiceIcon {
  return serviceIcons.find(({ codes }) => first !== undefined && codes.includes(first)) ?? OTHER;
}

/**
 * Creates an icon element for Leaflet; it is hidden from screen readers, because text accompanies
 * it.
 */
export function createIconElement({ path }: ServiceIcon): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'glyph');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(space, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

import { createRequire } from 'node:module';
import { Resvg, type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js';
import { xmlText } from '#exchange';
import type { PreviewText } from '#site';
import { breakIntoLines } from './line-breaks.ts';

/** The size in pixels that messengers show uncropped. */
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 80;
/** Distance between the lines of the name. */
const NAME_LINE_HEIGHT = 80;

interface Style {
  /** Pixels. */
  size: number;
  weight: 400 | 700;
  color: string;
}

const BRAND: Style = { size: 48, weight: 700, color: '#16241f' };
const NAME: Style = { size: 64, weight: 700, color: '#16241f' };
const LINE: Style = { size: 40, weight: 400, color: '#4a5a54' };
const CLOSED: Style = { size: 40, weight: 700, color: '#ffffff' };

const { resolve } = createRequire(import.meta.url);
const fontFile = (name: string) => resolve(`@expo-google-fonts/noto-sans/${name}.ttf`);
// Servers may have no fonts or different ones, so we bundle our own.
const options: ResvgRenderOptions = {
  font: {
    loadSystemFonts: false,
    fontFiles: [fontFile('400Regular/NotoSans_400Regular'), fontFile('700Bold/NotoSans_700Bold')],
    defaultFontFamily: 'Noto Sans',
  },
};

/**
 * Draws the preview image of a page for link sharing, 1200 by 630 pixels.
 *
 * @param icon the site's icon as SVG
 * @returns PNG
 */
export async function previewImage(words: PreviewText, icon: string): Promise<Buffer> {
  return (await renderAsync(drawing(words, icon), options)).asPng();
}

function drawing({ brand, name, line, closed }: PreviewText, icon: string): string {
  const names = lines(name, NAME, 3);
  const below = 200 + (closed ? 90 : 0) + names.length * NAME_LINE_HEIGHT;
  return svg([
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#f6f5f1"/>`,
    `<rect width="${WIDTH}" height="16" fill="${closed ? '#8f1d1d' : '#0f5c57'}"/>`,
    icon.replace('<svg ', `<svg x="${MARGIN}" y="64" width="72" height="72" `),
    text(brand, BRAND, MARGIN + 92, 118),
    closed ? closedSign(closed) : '',
    ...names.map((part, index) =>
      text(part, NAME, MARGIN, (closed ? 330 : 240) + index * NAME_LINE_HEIGHT),
    ),
    ...lines(line, LINE, 2).map((part, index) => text(part, LINE, MARGIN, below + 30 + index * 54)),
  ]);
}

function closedSign(closed: string): string {
  const width = measured(closed, CLOSED) + 56;
  return [
    `<rect x="${MARGIN}" y="180" width="${width}" height="68" rx="34" fill="#8f1d1d"/>`,
    text(closed, CLOSED, MARGIN + 28, 228),
  ].join('');
}

function lines(words: string, style: Style, maxLines: number): string[] {
  const measure = (part: string) => measured(part, style);
  return breakIntoLines(words, { width: WIDTH - 2 * MARGIN, maxLines, measure });
}

function measured(words: string, style: Style): number {
  return new Resvg(svg([text(words, style, 0, 100)]), options).getBBox()?.width ?? 0;
}

function text(words: string, { size, weight, color }: Style, x: number, y: number): string {
  return `<text x="${x}" y="${y}" font-family="Noto Sans" font-size="${size}" font-weight="${weight}" fill="${color}">${xmlText(words)}</text>`;
}

function svg(parts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${parts.join('')}</svg>`;
}

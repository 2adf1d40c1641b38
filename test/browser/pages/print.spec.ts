import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { DESK, testSite } from '../support/test-site.ts';

const SIZES = [
  { format: 'A4', points: [595, 842] },
  { format: 'Letter', points: [612, 792] },
] as const;

const site = testSite();
const open = site.tour();

interface Paper {
  /** Width and height, in points. */
  size: number[];
  text: string;
  lines: Line[];
}

/** A part of a line of text, and where it begins and ends from left to right, in points. */
interface Line {
  text: string;
  left: number;
  right: number;
}

/** What stands on each sheet when a page is printed. */
async function printed(page: Page, format: 'A4' | 'Letter'): Promise<Paper[]> {
  const data = new Uint8Array(await page.pdf({ format, preferCSSPageSize: false }));
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const sheets = Array.from({ length: document.numPages }, async (_, index) => {
    const sheet = await document.getPage(index + 1);
    const { items } = await sheet.getTextContent();
    const lines = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, left: item.transform[4], right: item.transform[4] + item.width }]
        : [],
    );
    const [left = 0, bottom = 0, right = 0, top = 0] = sheet.view;
    return {
      size: [Math.round(right - left), Math.round(top - bottom)],
      text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
      lines,
    };
  });
  return await Promise.all(sheets);
}

/** Digits alone: a number may be broken over lines. */
const digits = (text: string) => text.replace(/\D/g, '');

/** Without spaces: a name may be broken over lines. */
const dense = (text: string) => text.replace(/\s/g, '');

interface Entry {
  name: string;
  status?: string;
  phones: { number: string }[];
}

/** The margin of a sheet, 14 mm, in points. */
const MARGIN = 39.6;

/** Texts that reach into the margins of their sheet. */
function cutOff(sheets: Paper[]): string[] {
  return sheets.flatMap(({ size: [width = 0], lines }) =>
    lines
      .filter(({ left, right }) => left < MARGIN || right > width - MARGIN)
      .map(({ text }) => text),
  );
}

/** On which side of its sheet a text stands: -1 is left of the middle. */
function sideOf(wanted: string, sheets: Paper[]): number {
  for (const {
    size: [width = 0],
    lines,
  } of sheets) {
    const line = lines.find(({ text }) => text.includes(wanted));
    if (line) return Math.sign(line.left + line.right - width);
  }
  return Number.NaN;
}

const national = (number: string) => number.replace(/^\+1|\D/g, '');

async function phonesOf(path: string): Promise<string[]> {
  const response = await fetch(site.server.address + path);
  const { items } = (await response.json()) as { items: Entry[] };
  return items
    .filter(({ status }) => status !== 'closed')
    .flatMap(({ phones }) => phones.map(({ number }) => national(number)));
}

describe.each(SIZES)('on $format', ({ format, points }) => {
  it.each([
    ['en', 'Help in Arizona', 'Made on', 'Help lines'],
    ['es', 'Ayuda en Arizona', 'Hecha el', 'Líneas'],
  ])('the booklet of a state holds every number: %s', async (language, heading, made, lines) => {
    const { page, close } = await open(`/${language}/print/US-AZ`);
    const sheets = await printed(page, format);
    for (const { size } of sheets) {
      const off = size.map((side, index) => Math.abs(side - Number(points[index])));
      expect(Math.max(...off)).toBeLessThan(2);
    }
    expect(sheets[0]?.text).toContain(heading);
    expect(sheets[0]?.text).toContain(made);
    const text = sheets.map((sheet) => sheet.text).join(' ');
    expect(text).toContain(lines);
    const numbers = [
      ...(await phonesOf('/v1/listings?region=US-AZ&limit=100&include=details')),
      ...(await phonesOf('/v1/help-lines?include=details')),
    ];
    expect(numbers.length).toBeGreaterThan(20);
    for (const number of numbers)
      expect([number, digits(text)]).toEqual([number, expect.stringContaining(number)]);
    await close();
  });

  it.each([
    ['?near=El+Paso', 'Annunciation House', '/v1/nearby?near=El+Paso&limit=25&include=details'],
    ['print/US-NM', 'Albuquerque, NM', '/v1/listings?region=US-NM&limit=100&include=details'],
  ])('Arabic mirrors the others, and nothing is cut off: %s', async (path, first, list) => {
    const printedIn = async (language: string) => {
      const { page, close } = await open(`/${language}/${path}`);
      const sheets = await printed(page, format);
      await close();
      return sheets;
    };
    const [usual, mirrored] = [await printedIn('en'), await printedIn('ar')];
    expect(cutOff(mirrored)).toEqual([]);
    for (const text of ['Amparo', first])
      expect([text, sideOf(text, usual), sideOf(text, mirrored)]).toEqual([text, -1, 1]);
    const all = digits(mirrored.map(({ text }) => text).join(' '));
    const numbers = await phonesOf(list);
    expect(numbers.length).toBeGreaterThan(5);
    for (const number of numbers)
      expect([number, all]).toEqual([number, expect.stringContaining(number)]);
  });

  it.each(['en', 'ar', 'fa'])(
    'a card of codes has each sign in its place: %s',
    async (language) => {
      const { page, close } = await open(`/${language}/wallet/eloy-detention-center`);
      const [card] = await printed(page, format);
      for (const code of ['#566', '9233#', '699#', '2150#', '9116#'])
        expect([code, dense(card?.text ?? '')]).toEqual([code, expect.stringContaining(code)]);
      expect(digits(card?.text ?? '')).toContain('2097573733');
      await close();
    },
  );

  it('a place stands whole on one sheet', async () => {
    const { page, close } = await open('/en/?near=El+Paso');
    const sheets = (await printed(page, format)).map(({ text }) => text);
    const response = await fetch(
      `${site.server.address}/v1/nearby?near=El+Paso&limit=25&include=details`,
    );
    const { items } = (await response.json()) as { items: Entry[] };
    for (const { name, phones } of items) {
      const whole = sheets.some(
        (text) =>
          dense(text).includes(dense(name)) &&
          phones.every(({ number }) => digits(text).includes(national(number))),
      );
      expect([name, whole]).toEqual([name, true]);
    }
    await close();
  });

  it('a search is a list without map, filters and buttons', async () => {
    const { page, close } = await site.visit('/en/?near=El+Paso', {
      viewport: DESK,
      colorScheme: 'dark',
    });
    await page.locator('.pin').first().waitFor();
    const sheets = await printed(page, format);
    const text = sheets.map((sheet) => sheet.text).join(' ');
    expect(text).toContain('Help near El Paso');
    const numbers = await phonesOf('/v1/nearby?near=El+Paso&limit=25&include=details');
    for (const number of numbers) expect(digits(text)).toContain(number);
    for (const absent of [
      'More filters',
      'Leave quickly',
      'Natural Earth',
      'Directions',
      'Español',
    ]) {
      expect([absent, text.includes(absent)]).toEqual([absent, false]);
    }
    expect(dense(text)).toContain('https://annunciationhouse.org');
    await close();
  });
});

it('a code on paper leads back to the page, and is asked for only then', async () => {
  const { page, asked, close } = await site.visit('/es/?near=El+Paso&cost=free');
  await page.waitForLoadState('networkidle');
  const codes = () => asked.filter((url) => url.includes('/qr.svg'));
  expect(codes()).toEqual([]);
  const drawn = page.waitForResponse(/qr\.svg/);
  await page.pdf();
  const response = await drawn;
  expect(response.headers()['content-type']).toContain('image/svg+xml');
  expect(new URL(response.url()).searchParams.get('page')).toBe('/es/?near=El+Paso');
  await close();
});

it('a state leads to its list to print, and the list prints at a button', async () => {
  const { page, close } = await site.visit('/en/state/US-AZ');
  await page.getByRole('link', { name: 'A list to print' }).click();
  await page.waitForURL(/\/en\/print\/US-AZ$/);
  await page.evaluate(() => {
    window.print = () => {
      document.title = 'printed';
    };
  });
  await page.getByRole('button', { name: 'Print' }).click();
  expect(await page.title()).toBe('printed');
  await close();
});

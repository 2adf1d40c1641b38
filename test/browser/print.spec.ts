import { jest } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { DESK, houseForAll } from './visit.ts';

jest.setTimeout(60_000);

const SIZES = [
  { format: 'A4', points: [595, 842] },
  { format: 'Letter', points: [612, 792] },
] as const;

const house = houseForAll();

interface Paper {
  /** Width and height, in points. */
  size: number[];
  text: string;
}

/** What stands on each sheet when a page is printed. */
async function printed(page: Page, format: 'A4' | 'Letter'): Promise<Paper[]> {
  const data = new Uint8Array(await page.pdf({ format, preferCSSPageSize: false }));
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const sheets = Array.from({ length: document.numPages }, async (_, index) => {
    const sheet = await document.getPage(index + 1);
    const { items } = await sheet.getTextContent();
    const [left = 0, bottom = 0, right = 0, top = 0] = sheet.view;
    return {
      size: [Math.round(right - left), Math.round(top - bottom)],
      text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
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

const national = (number: string) => number.replace(/^\+1|\D/g, '');

async function phonesOf(path: string): Promise<string[]> {
  const response = await fetch(house.server.address + path);
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
    const { page, leave } = await house.visit(`/${language}/print/US-AZ`);
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
      ...(await phonesOf('/v1/listings?region=US-AZ&limit=100')),
      ...(await phonesOf('/v1/help-lines')),
    ];
    expect(numbers.length).toBeGreaterThan(20);
    for (const number of numbers)
      expect([number, digits(text)]).toEqual([number, expect.stringContaining(number)]);
    await leave();
  });

  it('a place stands whole on one sheet', async () => {
    const { page, leave } = await house.visit('/en/?near=El+Paso');
    const sheets = (await printed(page, format)).map(({ text }) => text);
    const response = await fetch(`${house.server.address}/v1/nearby?near=El+Paso&limit=25`);
    const { items } = (await response.json()) as { items: Entry[] };
    for (const { name, phones } of items) {
      const whole = sheets.some(
        (text) =>
          dense(text).includes(dense(name)) &&
          phones.every(({ number }) => digits(text).includes(national(number))),
      );
      expect([name, whole]).toEqual([name, true]);
    }
    await leave();
  });

  it('a search is a list without map, filters and buttons', async () => {
    const { page, leave } = await house.visit('/en/?near=El+Paso', {
      viewport: DESK,
      colorScheme: 'dark',
    });
    await page.locator('.pin').first().waitFor();
    const sheets = await printed(page, format);
    const text = sheets.map((sheet) => sheet.text).join(' ');
    expect(text).toContain('Help near El Paso');
    const numbers = await phonesOf('/v1/nearby?near=El+Paso&limit=25');
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
    await leave();
  });
});

it('a code on paper leads back to the page, and is asked for only then', async () => {
  const { page, asked, leave } = await house.visit('/es/?near=El+Paso&cost=free');
  await page.waitForLoadState('networkidle');
  const codes = () => asked.filter((url) => url.includes('/qr.svg'));
  expect(codes()).toEqual([]);
  const drawn = page.waitForResponse(/qr\.svg/);
  await page.pdf();
  const response = await drawn;
  expect(response.headers()['content-type']).toContain('image/svg+xml');
  expect(new URL(response.url()).searchParams.get('page')).toBe('/es/?near=El+Paso');
  await leave();
});

it('a state leads to its list to print, and the list prints at a button', async () => {
  const { page, leave } = await house.visit('/en/state/US-AZ');
  await page.getByRole('link', { name: 'A list to print' }).click();
  await page.waitForURL(/\/en\/print\/US-AZ$/);
  await page.evaluate(() => {
    window.print = () => {
      document.title = 'printed';
    };
  });
  await page.getByRole('button', { name: 'Print' }).click();
  expect(await page.title()).toBe('printed');
  await leave();
});

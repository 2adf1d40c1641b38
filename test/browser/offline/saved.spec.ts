import { KEEPS_COPY, PHONE, testSite } from '../support/test-site.ts';

const site = testSite();

describe('the list of saved places', () => {
  it('keeps them on the device alone, in the order of saving', async () => {
    const { page, asked, close } = await site.visit('/en/?near=El+Paso', {
      ...KEEPS_COPY,
      viewport: PHONE,
    });
    await page.getByRole('button', { name: 'Save: Annunciation House' }).click();
    const button = page.getByRole('button', { name: 'Save: Annunciation House' });
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await page.goto(`${site.server.address}/en/listing/casa-alitas`);
    await page.getByRole('button', { name: /^Save: Casa Alitas/ }).click();
    await page.getByRole('link', { name: 'Saved places' }).click();
    await page.getByRole('link', { name: 'Annunciation House', exact: true }).waitFor();
    const names = await page.$$eval('.card h3', (all) => all.map((one) => one.textContent));
    expect(names[0]).toContain('Casa Alitas');
    expect(names[1]).toBe('Annunciation House');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['saved']);
    expect(asked.filter((url) => /saved=|slugs=/.test(url))).toEqual([]);
    await page.getByRole('button', { name: 'Delete this list' }).click();
    await page.getByText('You have not saved a place yet.', { exact: false }).waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await close();
  });

  it('goes with its reader who leaves quickly, where they chose so', async () => {
    const { page, close } = await site.visit('/en/listing/casa-alitas', KEEPS_COPY);
    await page.route('https://www.wikipedia.org/', (route) => route.abort());
    const left = () => page.evaluate(() => localStorage.getItem('saved'));
    await page.getByRole('button', { name: /^Save: Casa Alitas/ }).click();
    await page.goto(`${site.server.address}/en/saved`);
    await page.getByRole('checkbox', { name: /Delete this list when/ }).check();
    expect(await left()).toContain('casa-alitas');
    const gone = page.waitForRequest('https://www.wikipedia.org/');
    await page.getByRole('link', { name: 'Leave quickly' }).click();
    await gone;
    await page.goto(`${site.server.address}/en/saved`);
    expect(await left()).toBeNull();
    await close().catch((error: Error) => {
      // The neutral page is asked for, and nothing else.
      expect(error.message).toContain('https://www.wikipedia.org/');
    });
  });
});

import { pathsOf } from '../support/paths.ts';
import { DESK, KEEPS_COPY, PHONE, testSite } from '../support/test-site.ts';

const site = testSite();

it.each([
  [PHONE, KEEPS_COPY],
  [DESK, {}],
])(
  'every page is taken over by its script without a complaint, and obeys its own policy: %j, %j',
  async (viewport, options) => {
    const { page, complaints, close } = await site.visit('/es/', { ...options, viewport });
    for (const path of [...pathsOf('es'), '/docs']) {
      await page.goto(new URL(path, site.server.address).href);
      await page.waitForLoadState('networkidle');
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (path !== '/docs') expect([path, width <= viewport.width]).toEqual([path, true]);
      // The browser itself remarks on a page that is answered with 400 or 404.
      const own = complaints.filter((text) => !text.startsWith('Failed to load resource'));
      expect([path, own]).toEqual([path, []]);
    }
    await close();
  },
);

it('without script, help is found, read and called through forms and links', async () => {
  const { page, close } = await site.visit('/', {
    viewport: PHONE,
    javaScriptEnabled: false,
    locale: 'es-MX',
  });
  expect(page.url()).toMatch(/\/es\/$/);
  expect(await page.getByRole('button', { name: 'Usar mi posición' }).isVisible()).toBe(false);
  await page.getByRole('combobox', { name: 'Ciudad, estado o código postal' }).fill('El Paso');
  await page.getByText('Más filtros').click();
  await page.getByLabel('Tipo de ayuda').selectOption('shelter');
  await page.getByRole('button', { name: 'Buscar' }).click();
  await page.getByRole('heading', { name: 'Ayuda cerca de El Paso, Texas' }).waitFor();
  await page.getByRole('link', { name: 'Annunciation House', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Annunciation House' }).waitFor();
  const call = page.getByRole('link', { name: /Llamar/ }).first();
  expect(await call.getAttribute('href')).toBe('tel:+19155454509');
  await page.locator('.masthead summary', { hasText: 'Español' }).click();
  await page.getByRole('link', { name: 'English' }).click();
  expect(page.url()).toMatch(/\/en\/listing\//);
  await page.goBack();
  await page.goBack();
  expect(await page.getByLabel('Tipo de ayuda').inputValue()).toBe('shelter');
  await close();
});

it.each([true, false])(
  'a reader says what is wrong, and sees it once more until it is taken; with script: %s',
  async (javaScriptEnabled) => {
    const text = 'The door is on the other side: "B" <b>';
    const { page, close } = await site.visit('/en/listing/annunciation-house', {
      javaScriptEnabled,
      viewport: PHONE,
    });
    await page.getByText('Something is wrong here').click();
    const field = page.getByLabel('What is wrong?');
    await field.fill(text);
    const opened = page.locator('[name=opened]');
    if (javaScriptEnabled) await expect.poll(() => opened.inputValue()).not.toBe('');
    expect(await page.getByLabel('Leave this field empty.').isVisible()).toBe(false);
    const isTaken = async (): Promise<boolean> => {
      const shown = page.waitForEvent('load');
      await page.getByRole('button', { name: 'Send' }).click();
      await shown;
      return await page.getByRole('heading', { name: 'Thank you' }).isVisible();
    };
    // A test is faster than any person, and has to send it again until the form has been open long enough.
    while (!(await isTaken())) expect(await field.inputValue()).toBe(text);
    expect(page.url()).toMatch(/\/en\/told$/);
    await close();
  },
);

it('the same page in another language keeps the search', async () => {
  const { page, close } = await site.visit('/en/');
  await page.getByLabel('State', { exact: true }).selectOption('US-AZ');
  await page.waitForURL(/region=US-AZ/);
  await page.getByRole('link', { name: 'Español' }).click();
  await page.waitForURL(/\/es\/\?region=US-AZ/);
  expect(await page.getByLabel('Estado', { exact: true }).inputValue()).toBe('US-AZ');
  await close();
});

it('a place is passed on with its name, its number and its page, and nothing of the reader', async () => {
  const { page, close } = await site.visit('/en/?near=El+Paso', {
    viewport: PHONE,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.getByRole('link', { name: 'Annunciation House', exact: true }).click();
  await page.waitForURL(/\/en\/listing\//);
  const url = page.url();
  await page.getByText('Share this place').click();
  const sms = await page.getByRole('link', { name: 'Text message' }).getAttribute('href');
  expect(decodeURIComponent(String(sms)).split('\n')).toEqual([
    'sms:?&body=Annunciation House',
    '(915) 545-4509',
    url,
  ]);
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await page.getByText('Copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);
  const code = page.getByRole('img', { name: /camera opens this page/ });
  expect(await code.evaluate((image) => (image as HTMLImageElement).src)).toContain(
    '/qr.svg?page=',
  );
  await close();
});

describe('the quick way out', () => {
  const NEUTRAL = 'https://www.wikipedia.org/';

  it.each<
    [string, (press: (key: string) => Promise<void>, click: () => Promise<void>) => Promise<void>]
  >([
    ['by its button', async (_, click) => await click()],
    [
      'by Esc pressed three times',
      async (press) => {
        for (let times = 0; times < 3; times++) await press('Escape');
      },
    ],
  ])('%s replaces the page, and Back does not return to it', async (_, leaveQuickly) => {
    const { page } = await site.visit('/en/about');
    await page.route(NEUTRAL, (route) => route.fulfill({ body: '<title>Neutral</title>' }));
    await page.goto(`${site.server.address}/en/listing/casa-alitas`);
    await page.waitForLoadState('networkidle');
    const before = await page.evaluate(() => history.length);
    await leaveQuickly(
      (key) => page.keyboard.press(key),
      () => page.getByRole('link', { name: 'Leave quickly' }).click(),
    );
    await page.waitForURL(NEUTRAL);
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.goBack();
    expect(page.url()).not.toContain('casa-alitas');
    await page.context().close();
  });

  it('is a plain link without script', async () => {
    const { page, close } = await site.visit('/en/', { javaScriptEnabled: false });
    const exit = page.getByRole('link', { name: 'Leave quickly' });
    expect(await exit.getAttribute('href')).toBe(NEUTRAL);
    await close();
  });
});

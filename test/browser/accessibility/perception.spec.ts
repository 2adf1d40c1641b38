import type { Page } from 'playwright-core';
import { DESK, PHONE, seeMap, testSite } from '../support/test-site.ts';

const site = testSite();
async function drawn(page: Page): Promise<void> {
  await seeMap(page);
  await page.locator('.pin button').first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}
const field = (page: Page) => page.getByRole('combobox', { name: 'Town, state or ZIP code' });

/** Notes all that is said from now on in the live regions of a page. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const regions = document.querySelectorAll('[aria-live], [role=status], [role=alert]');
    for (const region of regions)
      new MutationObserver(() => said.push(region.textContent?.trim() ?? '')).observe(region, {
        subtree: true,
        childList: true,
        characterData: true,
      });
  });
  return async () =>
    (await page.evaluate(() => (window as unknown as { said: string[] }).said)).filter(Boolean);
}

describe('what is heard', () => {
  it('how many places a search has found, and one in the area of the map', async () => {
    const { page, close } = await site.visit('/en/');
    await drawn(page);
    const said = await listen(page);
    await field(page).fill('El Paso');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Help near El Paso, Texas' }).waitFor();
    await expect(said()).resolves.toContain('25 places');
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await page.getByRole('button', { name: 'Search this area' }).click();
    await page.getByRole('heading', { name: 'Help in this area' }).waitFor();
    const told = page.locator('.count', { hasText: /\d+ places$/ });
    await told.waitFor();
    const count = await told.innerText();
    expect((await said()).at(-1)).toBe(count);
    await close();
  });

  it('the pins, as a list of buttons that begin with the numbers of the places', async () => {
    const { page, close } = await site.visit('/en/?near=El+Paso');
    await drawn(page);
    const map = await page.getByRole('region', { name: 'Map of the places' }).ariaSnapshot();
    const [, pins = ''] = map.split('- list "Places that help":');
    expect(pins.match(/- listitem:\s+- '?button "\d+(\+\d+)? \w/g)?.length).toBeGreaterThan(2);
    await close();
  });

  it('that a slow search is under way, and nothing moves meanwhile', async () => {
    const { page, close } = await site.visit('/en/?near=El+Paso');
    await drawn(page);
    const said = await listen(page);
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(/\/v1\/nearby/, async (route) => {
      await held;
      await route.continue();
    });
    const first = page.locator('ol.cards > li').first();
    const before = await first.boundingBox();
    await field(page).fill('Laredo');
    await page.keyboard.press('Enter');
    await page.locator('.results[aria-busy=true]').waitFor();
    expect(await page.locator('.count').innerText()).toBe('Loading…');
    expect(await first.boundingBox()).toEqual(before);
    answer();
    await page.getByRole('heading', { name: 'Help near Laredo, Texas' }).waitFor();
    await page.locator('.results[aria-busy=false]').waitFor();
    expect((await said()).slice(-2)).toEqual([
      'Loading…',
      await page.locator('.count').innerText(),
    ]);
    await close();
  });
});

it('where a reader wants no motion, nothing moves by itself', async () => {
  const { page, close } = await site.visit('/en/?near=El+Paso', { reducedMotion: 'reduce' });
  await drawn(page);
  const moving = async () =>
    await page.evaluate(async () => {
      const pane = document.querySelector<HTMLElement>('.leaflet-map-pane');
      const places = new Set<string>();
      let animations = 0;
      for (let frame = 0; frame < 20; frame++) {
        await new Promise((next) => requestAnimationFrame(next));
        animations = Math.max(animations, document.getAnimations().length);
        places.add(pane?.style.transform ?? '');
      }
      return [animations, places.size];
    });
  expect(await moving()).toEqual([0, 1]);
  await page.locator('.map').focus();
  await page.keyboard.press('ArrowUp');
  expect(await moving()).toEqual([0, 1]);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  expect(await moving()).toEqual([0, 1]);
  await page.locator('.card').first().hover();
  expect(await moving()).toEqual([0, 1]);
  await close();
});

it('in forced colours edges show what colours showed', async () => {
  const { page, close } = await site.visit('/en/', { forcedColors: 'active' });
  await drawn(page);
  const edge = async (selector: string, side = 'border') =>
    await page
      .locator(selector)
      .first()
      .evaluate((part, of) => {
        const style = getComputedStyle(part);
        return `${style.getPropertyValue(`${of}-top-style`) || style.getPropertyValue(`${of}-style`)}`;
      }, side);
  for (const part of ['.button', '.button.main', '.exit', 'select', '.pin span', '.card'])
    expect([part, await edge(part)]).toEqual([part, expect.stringMatching(/solid|dashed/)]);
  await field(page).focus();
  expect(await edge('[role=combobox]', 'outline')).toBe('solid');
  await page.keyboard.type('El Paso');
  await page.locator('[role=option]').nth(1).waitFor();
  await page.keyboard.press('ArrowDown');
  const options = page.locator('[role=option]');
  const background = (at: number) =>
    options.nth(at).evaluate((option) => getComputedStyle(option).backgroundColor);
  expect(await background(0)).not.toBe(await background(1));
  await page.goto(`${site.server.address}/en/?near=El+Paso`);
  await page.locator('.card').first().hover();
  expect(await edge('.card[data-highlighted]', 'outline')).toBe('solid');
  expect(await edge('.problem, .status')).toBe('solid');
  await close();
});

it.each([
  ['en', PHONE],
  ['en', DESK],
  ['ar', PHONE],
  ['ar', DESK],
])('in %s nothing shifts while the page comes, on %j', async (language, viewport) => {
  const { page, close } = await site.visit('/en/about', { viewport });
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Element | null }[];
      })[])
        shifts.push(`${entry.value} ${entry.sources.map(({ node }) => node?.nodeName)}`);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${site.server.address}/${language}/?near=El+Paso`);
  await drawn(page);
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
  await close();
});

it.each(['en', 'es', 'ar'])(
  'on a phone, in %s, the first place is seen without scrolling',
  async (language) => {
    const { page, close } = await site.visit(`/${language}/?near=Laredo`, { viewport: PHONE });
    const name = await page.locator('.card h3').first().boundingBox();
    expect((name?.y ?? Number.POSITIVE_INFINITY) + (name?.height ?? 0)).toBeLessThan(PHONE.height);
    await close();
  },
);

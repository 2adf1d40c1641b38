import type { Page } from 'playwright-core';
import { focusFaults, tabTo } from '../support/focus.ts';
import { DESK, PHONE, seeMap, testSite } from '../support/test-site.ts';

const NEUTRAL = 'https://www.wikipedia.org/';
const site = testSite();

async function drawn(page: Page): Promise<void> {
  await seeMap(page);
  await page.locator('.pin button').first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

/** The focus must be where it was meant to go after every step, and be seen there. */
async function expectFocus(page: Page, selector: string): Promise<void> {
  await page.locator(`${selector}:focus`).waitFor();
  expect(await focusFaults(page)).toEqual([]);
}

describe.each([
  ['en', DESK],
  ['ar', PHONE],
])('with the keyboard alone, in %s on %j', (language, viewport) => {
  const open = async (path: string) => {
    // Still, so that what is measured is where it will stay.
    const visit = await site.visit(`/${language}/${path}`, { viewport, reducedMotion: 'reduce' });
    await drawn(visit.page);
    return visit;
  };

  it('a place is found, called, passed on and left', async () => {
    const { page, close } = await open('');
    await tabTo(page, '.skip');
    await tabTo(page, '[role=combobox]');
    await page.keyboard.type('El Paso');
    await page.locator('[role=option]', { hasText: 'El Paso, Tex' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/near=El\+Paso/);
    await page.locator('#results-heading', { hasText: 'El Paso' }).waitFor();
    await expectFocus(page, '[role=combobox]');
    if (viewport === PHONE) {
      await tabTo(page, '.more-filters summary');
      await page.keyboard.press('Enter');
    }
    await tabTo(page, 'select[name=service]');
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/service=/);
    await page.locator('.results:not([aria-busy=true]) .card').first().waitFor();
    await expectFocus(page, 'select[name=service]');
    await tabTo(page, '.card h3 a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/listing/);
    await tabTo(page, 'a.call[href^="tel:+"]');
    await tabTo(page, '.share summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '.share-ways a');
    await page.goBack();
    await page.waitForURL(/service=/);
    await close();
  });

  it('the map is skipped; it is entered, its pins read and opened, and an area searched', async () => {
    const { page, close } = await open('?near=El+Paso');
    await tabTo(page, '.map-column .skip');
    await page.keyboard.press('Enter');
    await tabTo(page, '.footer a');
    await page.locator('.map-column .skip').focus();
    await tabTo(page, '.map');
    const pin = '.pin button[aria-label*="+"]';
    await tabTo(page, pin);
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('Enter');
    await expectFocus(page, '.pin-choice');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await page.locator('.leaflet-popup').waitFor({ state: 'detached' });
    await expectFocus(page, `.pin button[aria-label=${JSON.stringify(label)}]`);
    await page.keyboard.press('Enter');
    await expectFocus(page, '.pin-choice');
    await page.keyboard.press('Enter');
    await expectFocus(page, '.card h3');
    await page.locator('.map-column .skip').focus();
    await tabTo(page, '.leaflet-control-zoom-out');
    await page.keyboard.press('Enter');
    await expectFocus(page, '.leaflet-control-zoom-out');
    await page.keyboard.press('Shift+Tab');
    await page.locator('.map').focus();
    await page.keyboard.press('ArrowUp');
    await tabTo(page, '.search-area');
    await page.keyboard.press('Enter');
    await page.waitForURL(/bbox=/);
    await page.locator('.search-area').waitFor({ state: 'detached' });
    expect(await focusFaults(page)).toEqual([]);
    await close();
  });

  it('more of the list is asked for without losing the place in it', async () => {
    const { page, close } = await open('');
    const before = await page.locator('ol.cards > li').count();
    await tabTo(page, '.results > [rel=next]');
    await page.keyboard.press('Enter');
    await expectFocus(page, `ol.cards > li:nth-child(${before + 1}) h3`);
    await close();
  });

  it('the site is left by its button', async () => {
    const { page } = await open('?near=El+Paso');
    await page.route(NEUTRAL, (route) => route.fulfill({ body: '<title>Neutral</title>' }));
    await tabTo(page, '.exit');
    await page.keyboard.press('Enter');
    await page.waitForURL(NEUTRAL);
    await page.context().close();
  });
});

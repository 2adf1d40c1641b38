import type { Page } from 'playwright-core';
import { loseNetwork, untilKept } from '../support/network.ts';
import { KEEPS_COPY, PHONE, testSite } from '../support/test-site.ts';

const site = testSite();

/** Names of organizations under the heading of legal help, each with its date. */
async function legalHelp(
  page: Page,
): Promise<{ name: string; dated: boolean; sourced: boolean }[]> {
  const cards = await page.locator('#legal ~ ul').first().locator('.card').all();
  return await Promise.all(
    cards.map(async (card) => ({
      name: await card.locator('h3').innerText(),
      dated: /\d{4}/.test(await card.locator('.fresh').innerText()),
      sourced: (await card.locator('.provenance a').count()) > 0,
    })),
  );
}

it.each([[true], [false]])(
  'a family that types a name has the code, the number and three to call: with script %s',
  async (javaScriptEnabled) => {
    const { page, close } = await site.visit('/en/facilities', {
      viewport: PHONE,
      javaScriptEnabled,
    });
    await page.getByLabel('Name of the facility').fill('El Paso Servise');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL(/q=El\+Paso\+Servise/);
    await page.getByRole('link', { name: 'El Paso Service Processing Center' }).click();
    await page.waitForURL(/facility\/el-paso-service/);
    const line = page.locator('.card', { hasText: 'National Immigration Detention Hotline' });
    expect(await line.locator('.dial-code').innerText()).toContain('9233#');
    expect(await line.locator('.dial-code .only-heard').textContent()).toBe('9, 2, 3, 3, hash');
    expect(await line.locator('a.call').getAttribute('href')).toBe('tel:+12097573733');
    expect(await line.locator('.provenance').innerText()).toContain('2026');
    const legal = await legalHelp(page);
    expect(legal.length).toBeGreaterThanOrEqual(3);
    expect(legal.map(({ name }) => name)).toContain('Estrella del Paso');
    expect(legal.filter(({ dated, sourced }) => !dated || !sourced)).toEqual([]);
    await page.getByRole('link', { name: 'A small card to print' }).click();
    await page.waitForURL(/wallet\/el-paso-service/);
    expect(await page.locator('.wallet').innerText()).toContain('#566');
    await close();
  },
);

it('without a network a facility is found, with what is kept of it', async () => {
  const { page, close } = await site.visit('/es/', { ...KEEPS_COPY, viewport: PHONE });
  await untilKept(page, 'es');
  await loseNetwork(page);
  await page.goto(`${site.server.address}/es/facilities?q=Eloi`);
  await page.getByRole('link', { name: 'Eloy Detention Center' }).click();
  await page.waitForURL(/facility\/eloy/);
  await page.locator('.offline').waitFor();
  const codes = await page.locator('.dial-code bdi').allInnerTexts();
  expect(codes.sort()).toEqual(['#566', '2150#', '699#', '9116#', '9233#']);
  const [first] = await page.locator('.evidence').allInnerTexts();
  expect(first).toContain('Una fuente dice que ayudan aquí');
  await page.goto(`${site.server.address}/es/facilities?q=Tucson`);
  expect(await page.locator('.card h2').first().innerText()).toBe('Eloy Detention Center');
  await close();
});

it('an organization leads to the facilities where it is said to help', async () => {
  const { page, close } = await site.visit(
    '/en/organization/florence-immigrant-and-refugee-rights-project',
    { viewport: PHONE },
  );
  await page.getByRole('link', { name: 'Eloy Detention Center' }).click();
  await page.waitForURL(/facility\/eloy/);
  await close();
});

import { loseNetwork, untilCached, untilKept } from '../support/network.ts';
import { KEEPS_COPY, PHONE, testSite } from '../support/test-site.ts';

const site = testSite();

interface Told {
  slug: string;
  status: string;
}

it.each([
  ['en', 'This is history', 'under review'],
  ['es', 'Esto es historia', 'en revisión'],
  ['ar', 'هذا من الماضي', 'قيد المراجعة'],
  ['zh', '这是历史', '正在审核'],
])(
  'before a word of it is read a guide says that its rules are gone: %s',
  async (language, history, review) => {
    const response = await fetch(`${site.server.address}/v1/guides`);
    const { items } = (await response.json()) as { items: Told[] };
    const { page, close } = await site.visit(`/${language}/guides`, {
      viewport: PHONE,
      javaScriptEnabled: false,
    });
    for (const { slug, status } of items) {
      await page.goto(`${site.server.address}/${language}/guide/${slug}`);
      const [first] = (await page.locator('main').innerText()).split('\n').filter(Boolean);
      if (status === 'historical')
        expect([slug, first]).toEqual([slug, expect.stringContaining(history)]);
      if (status === 'under review')
        expect([slug, first]).toEqual([slug, expect.stringContaining(review)]);
      const banner = page.locator('.guide-banner');
      expect([slug, await banner.count()]).toEqual([slug, status === 'current' ? 0 : 1]);
      if (status !== 'current') {
        const box = await banner.boundingBox();
        expect(Number(box?.y) + Number(box?.height)).toBeLessThan(PHONE.height);
      }
    }
    await close();
  },
);

it('leads to lines, and to the nearest help for the place that the reader chooses, without script', async () => {
  const { page, close } = await site.visit('/en/guide/credible-fear', {
    viewport: PHONE,
    javaScriptEnabled: false,
  });
  const first = page.locator('.guide-help').first();
  expect(await first.innerText()).toContain('Immigration Detention and Legal Information Hotline');
  await first.getByLabel('Town, state or ZIP code').fill('El Paso');
  await first.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/guide\/credible-fear\?near=El\+Paso/);
  const help = await page.locator('.guide-help').first().innerText();
  expect(help).toContain('Help near El Paso, Texas');
  expect(help).toContain('Las Americas Immigrant Advocacy Center');
  await page.goto(`${site.server.address}/en/guide/credible-fear?near=Xyzzyville`);
  expect(await page.locator('.guide-help').first().innerText()).toMatch(
    /not know|cannot find|no place/i,
  );
  await close();
});

it('a guide and the numbers of the list are read without a network too', async () => {
  const { page, close } = await site.visit('/es/guides', { ...KEEPS_COPY, viewport: PHONE });
  await untilKept(page, 'es');
  await untilCached(page, '/guides');
  await loseNetwork(page);
  await page.goto(`${site.server.address}/es/guide/cbp-one`);
  await page.locator('.offline').waitFor();
  expect(await page.locator('.guide-banner').innerText()).toContain('Esto es historia');
  expect(await page.locator('.guide').innerText()).toContain('No hay citas de CBP One');
  await page.goto(`${site.server.address}/es/about/data`);
  await page.getByRole('row', { name: /^Cerrados/ }).waitFor();
  await close();
});

import { languages, languageTags } from '#site';
import { DESK, PHONE, seeMap, testSite } from '../support/test-site.ts';

const site = testSite();

const catalogues = (asked: string[]) =>
  asked.flatMap((url) => /\/assets\/([a-z]{2})-[^/]+\.js$/.exec(url)?.[1] ?? []);

describe.each(languageTags)('in %s', (language) => {
  it('pages are taken over without a complaint, fit, and bring their own texts alone', async () => {
    for (const page of ['?near=El+Paso', 'about']) {
      const path = `/${language}/${page}`;
      const visit = await site.visit(path, {
        viewport: PHONE,
        locale: languages[language].locale,
      });
      await visit.page.waitForLoadState('networkidle');
      const width = await visit.page.evaluate(() => document.documentElement.scrollWidth);
      expect([path, width <= PHONE.width]).toEqual([path, true]);
      expect([path, visit.complaints]).toEqual([path, []]);
      expect([path, catalogues(visit.asked)]).toEqual([path, [language]]);
      await visit.close();
    }
  });
});

describe.each(['ar', 'fa'])('from right to left, in %s', (language) => {
  it.each([PHONE, DESK])('the page is a mirror of the others: %j', async (viewport) => {
    const middles = async (path: string) => {
      const { page, close } = await site.visit(path, { viewport });
      await seeMap(page);
      const boxes = await Promise.all(
        ['.brand', '.exit', '.map.leaflet-container', '#results .number'].map((part) =>
          page.locator(part).first().boundingBox(),
        ),
      );
      await close();
      return boxes.map((box) =>
        Math.sign((box?.x ?? 0) + (box?.width ?? 0) / 2 - viewport.width / 2),
      );
    };
    const mirrored = await middles(`/${language}/?near=El+Paso`);
    const usual = await middles('/en/?near=El+Paso');
    expect(mirrored.map((side) => -side + 0)).toEqual(usual);
  });

  it('numbers, codes and the map keep their own direction', async () => {
    const { page, close } = await site.visit(`/${language}/?near=El+Paso`);
    const directions = (parts: string) =>
      page
        .locator(parts)
        .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).direction))]);
    await page.locator('.leaflet-marker-icon').first().waitFor();
    expect(await directions('.call bdi')).toEqual(['ltr']);
    expect(await directions('.dial-code bdi')).toEqual(['ltr']);
    expect(await directions('.map')).toEqual(['ltr']);
    expect(await directions('.card > article')).toEqual(['rtl']);
    expect(await directions('.leaflet-control-attribution')).toEqual(['rtl']);
    await close();
  });
});

import { languageTags } from '#site';
import { deviceFonts } from '../support/device-fonts.ts';
import { howDrawn } from '../support/drawn-by.ts';
import { pathsOf } from '../support/paths.ts';
import { testSite } from '../support/test-site.ts';

const ARABIC = /[\u0600-\u06ff]/g;
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu;

/** The fonts among the files that were asked for, without their hashes. */
const fonts = (asked: string[]) =>
  asked.flatMap((url) => /([^/]+)-[\w-]{8}\.woff2$/.exec(url)?.[1] ?? []);

describe('on a device with fonts for Latin and Cyrillic letters alone', () => {
  const site = testSite(undefined, deviceFonts({ chinese: false }));

  it.each(pathsOf('zh'))('all that is Chinese is drawn by files of ours: %s', async (path) => {
    const { page, asked, close } = await site.visit(path);
    const { byOurs, byOthers } = await howDrawn(page, CHINESE);
    expect(byOthers).toEqual([]);
    expect(byOurs).toBeGreaterThan(10);
    const isGuide = /\/guides?\b/.test(path);
    expect(fonts(asked)).toEqual(['chinese-script', ...(isGuide ? ['chinese-guides'] : [])]);
    await close();
  });

  it.each(['ar', 'fa'])(
    'all that is in Arabic letters is drawn by ours, in %s',
    async (language) => {
      const { page, asked, close } = await site.visit(`/${language}/?near=El+Paso`);
      const { byOurs, byOthers } = await howDrawn(page, ARABIC);
      expect(byOthers).toEqual([]);
      expect(byOurs).toBeGreaterThan(10);
      expect(fonts(asked).sort()).toEqual([
        'noto-sans-arabic-arabic-400-normal',
        'noto-sans-arabic-arabic-700-normal',
      ]);
      await close();
    },
  );

  it.each(languageTags.filter((tag) => !['ar', 'fa', 'zh'].includes(tag)))(
    'a page in %s asks for no font',
    async (language) => {
      const { page, asked, close } = await site.visit(`/${language}/?near=El+Paso`);
      await page.waitForLoadState('networkidle');
      expect(fonts(asked)).toEqual([]);
      await close();
    },
  );
});

describe('on a device that has a Chinese font', () => {
  const site = testSite(undefined, deviceFonts({ chinese: true }));

  it('a page in zh asks for no font', async () => {
    const { page, asked, close } = await site.visit('/zh/?near=El+Paso');
    const { byOurs } = await howDrawn(page, CHINESE);
    expect(byOurs).toBe(0);
    expect(fonts(asked)).toEqual([]);
    await close();
  });
});

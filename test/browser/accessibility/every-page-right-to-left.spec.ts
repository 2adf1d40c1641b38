import { findingsInEveryLook, openDrawn } from '../support/every-look.ts';
import { smallTargets } from '../support/measures.ts';
import { pathsOf } from '../support/paths.ts';
import { testSite } from '../support/test-site.ts';

const site = testSite();

it.each(pathsOf('ar'))('%s: axe finds nothing, and a finger finds every target', async (path) => {
  const { page, close } = await openDrawn(site, path);
  expect(await smallTargets(page)).toEqual([]);
  expect(await findingsInEveryLook(page)).toEqual([]);
  await close();
});

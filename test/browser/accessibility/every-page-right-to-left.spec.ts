import { smallTargets } from '../support/measures.ts';
import { pathsOf } from '../support/paths.ts';
import { testSite } from '../support/test-site.ts';
import { findingsInEveryLook, tourOfDrawnPages } from './every-look.ts';

const open = tourOfDrawnPages(testSite());

it.each(pathsOf('ar'))('%s: axe finds nothing, and a finger finds every target', async (path) => {
  const { page, close } = await open(path);
  expect(await smallTargets(page)).toEqual([]);
  expect(await findingsInEveryLook(page)).toEqual([]);
  await close();
});

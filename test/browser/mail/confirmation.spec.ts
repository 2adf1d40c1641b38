import { createHash, randomBytes } from 'node:crypto';
import { onServer } from '../../database/on-server.ts';
import { axeFindings } from '../support/axe.ts';
import { untilKept } from '../support/network.ts';
import { KEEPS_COPY, PHONE, testSite } from '../support/test-site.ts';

const tokens = Array.from({ length: 4 }, () => randomBytes(32).toString('base64url'));

const site = testSite(async ({ databaseUrl }) => {
  for (const token of tokens) {
    const hash = createHash('sha256').update(token).digest('hex');
    await onServer(
      databaseUrl,
      `INSERT INTO reminder_link (hash, organization_id, expires_at)
       SELECT '\\x${hash}', id, now() + interval '30 days' FROM organization
        WHERE email IS NOT NULL AND status = 'active' ORDER BY slug LIMIT 1`,
    );
  }
  return {};
});
const link = (n: number, language = 'en') => `/confirm/${language}/${tokens[n]}`;

describe('the page of a mailed link', () => {
  it.each([
    ['en', PHONE],
    ['ar', PHONE],
  ])('is accessible in %s, and complains of nothing', async (language, viewport) => {
    const { page, complaints, close } = await site.visit(link(0, language), { viewport });
    expect(await axeFindings(page, 'everything')).toEqual([]);
    const { scrollWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth ?? 0).toBeLessThanOrEqual(viewport.width);
    await page.goto(`${site.server.address}${link(0, language)}/unsubscribe`);
    expect(await axeFindings(page, 'everything')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('confirms with one tap without scripts, once', async () => {
    const { page } = await site.visit(link(1), { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'Yes, all of this is still right' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await page.goto(`${site.server.address}${link(1)}`);
    await page.getByRole('heading', { name: 'This link was used' }).waitFor();
  });

  it('takes what has changed, in Spanish', async () => {
    const { page } = await site.visit(link(2), { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Español' }).click();
    await page.getByLabel('¿Qué es diferente?').fill('Cerramos los lunes.');
    await page.getByRole('button', { name: 'Enviar' }).click();
    await page.getByRole('heading', { name: 'Gracias' }).waitFor();
  });

  it('is neither kept nor replaced by the service worker', async () => {
    const { page } = await site.visit('/en/', KEEPS_COPY);
    await untilKept(page);
    await page.goto(`${site.server.address}${link(3)}`);
    await page.getByRole('heading', { name: 'Is this still right?' }).waitFor();
    const stored = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(
        names.map(async (name) => await (await caches.open(name)).keys()),
      );
      return requests.flat().map(({ url }) => url);
    });
    expect(stored.length).toBeGreaterThan(5);
    expect(stored.filter((url) => url.includes('/confirm/'))).toEqual([]);
    await page.context().setOffline(true);
    await expect(page.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  });
});

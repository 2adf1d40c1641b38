import type { Guide } from '#contract';
import { inTransaction } from '#database';
import { addGuideChange, setGuideStatus } from '#directory';
import { loadSeed } from '#seed';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const one = async (slug: string, query = ''): Promise<Guide> =>
  (await at.api.get(`/v1/guides/${slug}${query}`)).body;

describe('an editor', () => {
  const edit = async (work: Parameters<typeof inTransaction>[1]) => {
    const known = await inTransaction(at.db, work);
    await at.settle();
    return known;
  };

  it('sets a status, which no later load of the files takes back', async () => {
    const status = async () => (await one('what-asylum-is')).status;
    expect(await edit((manager) => setGuideStatus(manager, 'what-asylum-is', 'historical'))).toBe(
      true,
    );
    expect(await status()).toBe('historical');
    await at.db.query(`UPDATE guide SET seed_hash = NULL WHERE slug = 'what-asylum-is'`);
    expect((await loadSeed(at.db)).guides).toBe(1);
    await at.settle();
    expect(await status()).toBe('historical');
    await edit((manager) => setGuideStatus(manager, 'what-asylum-is', null));
    expect(await status()).toBe('current');
    expect(await edit((manager) => setGuideStatus(manager, 'nothing', null))).toBe(false);
  });

  it('says what changed, beside what the file says', async () => {
    const change = {
      date: '2026-11-24',
      texts: { en: 'An invented change.', es: 'Un cambio inventado.' },
      source_url: 'https://example.org/news',
    };
    const { length } = (await one('cbp-one')).changes;
    await edit((manager) => addGuideChange(manager, 'cbp-one', change));
    await at.db.query(`UPDATE guide SET seed_hash = NULL WHERE slug = 'cbp-one'`);
    await loadSeed(at.db);
    await at.settle();
    // In a language that it was not told in it falls back to English, and says so.
    expect((await one('cbp-one', '?language=fr')).changes.at(-1)).toMatchObject({
      what: 'An invented change.',
      language: 'en',
    });
    const { changes } = await one('cbp-one', '?language=es');
    expect(changes).toHaveLength(length + 1);
    expect(changes.at(-1)).toEqual({
      date: '2026-11-24',
      what: 'Un cambio inventado.',
      language: 'es',
      source_url: 'https://example.org/news',
    });
    await at.db.query(`DELETE FROM guide_change WHERE NOT seeded`);
  });
});

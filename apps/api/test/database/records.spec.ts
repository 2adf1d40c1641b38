import { loadSeed } from '#seed';
import { NOTHING } from '../support/load-records.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

describe('the records', () => {
  it('change nothing when they are loaded again', async () => {
    const before = await fingerprint();
    expect(await loadSeed(at.db)).toEqual(NOTHING);
    expect(await fingerprint()).toEqual(before);
  });

  it('keep what a person has edited, also when the file has changed', async () => {
    await at.db.query(
      `UPDATE organization SET description = 'As we know it' WHERE slug = 'galilee-center'`,
    );
    await at.db.query(
      `UPDATE organization SET seed_hash = 'an older file' WHERE slug IN ('galilee-center', 'border-angels')`,
    );
    const report = await loadSeed(at.db);
    expect(report.organizations).toBe(1);
    const [row] = await at.db.query<{ description: string }[]>(
      `SELECT description FROM organization WHERE slug = 'galilee-center'`,
    );
    expect(row?.description).toBe('As we know it');
    await at.db.query(
      `UPDATE organization SET edited_at = NULL, seed_hash = 'x' WHERE slug = 'galilee-center'`,
    );
    await loadSeed(at.db);
  });

  it('are nobody’s verification', async () => {
    for (const path of [
      '/v1/listings?limit=100&status=any&include=details',
      '/v1/organizations?limit=100&include=details',
      '/v1/help-lines?include=details',
    ]) {
      const { body } = await at.api.get(path);
      for (const { verified_at, freshness } of body.items) {
        expect([verified_at, freshness]).toEqual([null, 'never']);
      }
    }
  });

  it('keep the seventeen organizations of the page in its order, under its regions', async () => {
    const rows = await at.db.query<{ page_region: string; slug: string }[]>(
      `SELECT page_region, slug FROM organization WHERE page_position IS NOT NULL ORDER BY page_position`,
    );
    expect(rows).toHaveLength(17);
    expect(rows[0]).toEqual({ page_region: 'US-AZ', slug: 'casa-alitas' });
    expect(rows.filter(({ page_region }) => page_region === 'XB-MX-CA')).toHaveLength(6);
  });

  it('never hold a street for a place that is private', async () => {
    const rows = await at.db.query(
      `SELECT address_1 FROM address JOIN location ON location.id = location_id
        WHERE visibility <> 'exact' AND (address_1 IS NOT NULL OR postal_code IS NOT NULL OR geog IS NOT NULL)`,
    );
    expect(rows).toEqual([]);
  });
});

async function fingerprint(): Promise<unknown> {
  return await at.db.query(
    `SELECT (SELECT md5(string_agg(listing::text, '' ORDER BY id)) FROM listing) AS listings,
            (SELECT md5(string_agg(directory_card::text, '' ORDER BY id)) FROM directory_card) AS cards,
            (SELECT max(seq) FROM change) AS changes, (SELECT count(*) FROM place_name) AS names`,
  );
}

import {
  type Keyset,
  ListingIndexRepository,
  ListingSearchRepository,
  PublishedPageRepository,
} from '#directory';
import { postgresPrograms, startCluster } from '../../../../test/database/cluster.ts';
import { growDirectory } from '../../../../test/database/filled-directory.ts';
import { grownClusterData, RECORDS } from '../../../../test/database/seeded-data.ts';
import { serverDatabase, type TestDatabase } from '../../../../test/database/test-databases.ts';
import {
  commonService,
  farState,
  rareService,
} from '../../../../test/directory/generated-listing.ts';
import type { NearbyDto } from '../../src/public/nearby/nearby.dto.ts';
import { ListingFilterService } from '../../src/public/shared/listing-filter/listing-filter.service.ts';
import { ListingIndexService } from '../../src/public/shared/listing-index/listing-index.service.ts';
import { allPages } from '../support/all-pages.ts';
import { captureStatements } from '../support/captured-statements.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

const LISTINGS = 100_000;
const EL_PASO = { longitude: -106.49, latitude: 31.76 };
const READ = 25;
/** More than are left without order. */
const ADDED = 6_000;
/** As many of those that match words are ranked. */
const MAX_RANKED = 2_000;

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Order By'?: string;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: PlanNode[];
}

/** On a server of its own, whose files are made once; else on the server that the run was given. */
async function grownDatabase(): Promise<TestDatabase> {
  if (!postgresPrograms()) {
    const database = await serverDatabase();
    await growDirectory(database.url, LISTINGS, 0);
    return database;
  }
  const cluster = await startCluster({ durable: false, from: await grownClusterData(LISTINGS) });
  return { url: cluster.url(RECORDS), drop: () => cluster.stop() };
}

describe(`of ${LISTINGS} listings`, () => {
  let database: TestDatabase | undefined;
  let at: OwnTestApp;
  let pages: number;
  beforeAll(async () => {
    database = await grownDatabase();
    at = await startTestApp({}, { database });
    const [table] = await at.db.query(
      `SELECT pg_relation_size('listing') / current_setting('block_size')::integer AS pages`,
    );
    pages = Number(table.pages);
  });
  afterAll(async () => {
    await at?.stop();
  });

  it.each<[string, Partial<NearbyDto>]>([
    ['without a filter', {}],
    ['with a common service', { service: [commonService] }],
    ['with a common service in a far state', { service: [commonService], region: [farState] }],
    ['with a rare service in a far state', { service: [rareService], region: [farState] }],
    ['with one of several services', { service: [commonService, rareService], language: ['es'] }],
    ['with those that are closed', { status: ['any'] }],
    ['verified within a year', { verified_within_days: 365 }],
  ])('the nearest are found by the index alone %s', async (_, filter) => {
    const root = await explainNearest(filter);
    const scans = nodes(root).filter((node) => node['Relation Name'] === 'listing');
    expect(scans).toMatchObject([
      { 'Node Type': 'Index Scan', 'Index Name': 'listing_nearest_idx' },
    ]);
    expect(scans[0]?.['Order By']).toContain('xyz <<->>');
    expect(root['Shared Hit Blocks'] + root['Shared Read Blocks']).toBeLessThan(pages / 50);
  });

  it.each([
    ['within a country', { west: -107, south: 31, east: -106, north: 32 }],
    ['across the 180th meridian', { west: 179.5, south: 31, east: -179.5, north: 32 }],
  ])('those in a small box are found by the index of the map, %s', async (_, box) => {
    const listings = at.app.get(ListingSearchRepository);
    const { filter, tags } = await at.app.get(ListingFilterService).parse({});
    const query = { filter, tags, words: null, box, from: null, limit: 20 };
    const root = await explain(listings.pageStatement(query));
    const indexes = nodes(root).flatMap((node) => node['Index Name'] ?? []);
    expect([...new Set(indexes)]).toEqual(['listing_map_idx']);
    expect(nodes(root).map((node) => node['Node Type'])).not.toContain('Seq Scan');
  });

  it('words that many have rank some thousand of them, and pages fit together', async () => {
    const listings = at.app.get(ListingSearchRepository);
    const { filter, tags } = await at.app.get(ListingFilterService).parse({});
    const query = { filter, tags, words: ['legal', 'clinic'], box: null, limit: 100 };
    const root = await explain(listings.pageStatement({ ...query, from: null }));
    const read = nodes(root).filter((node) => node['Relation Name'] === 'listing');
    for (const node of read) expect(node['Actual Rows']).toBeLessThanOrEqual(MAX_RANKED);
    expect(nodes(root).map((node) => node['Node Type'])).not.toContain('Gather');

    type PageRow = Awaited<ReturnType<typeof listings.page>>[number];
    const seen = new Set<string>();
    let from: Keyset | null = null;
    for (let page = 1; page <= 5; page += 1) {
      const found: PageRow[] = await listings.page({ ...query, from });
      const last = found[99] as PageRow;
      for (const { id } of found.slice(0, 100)) seen.add(id);
      expect(seen.size).toBe(page * 100);
      from = { key: last.sort_key, id: last.id, back: false };
    }
  });

  it('the sitemap has each of them in one of its parts, found by an index', async () => {
    const published = at.app.get(PublishedPageRepository);
    const counting = captureStatements();
    const { listing: about } = await published.approximateCounts();
    counting.stop();
    const [{ count }] = await at.db.query('SELECT count(*)::integer AS count FROM listing');
    expect(about / count).toBeCloseTo(1, 1);
    const parts = 64;
    const slugs = new Set<string>();
    const captured = captureStatements();
    for (let part = 0; part < parts; part += 1) {
      const pages = await published.part('listing', part, parts);
      expect(pages.length).toBeLessThan((count / parts) * 1.5);
      for (const { slug, changed } of pages) {
        expect(changed).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        slugs.add(slug);
      }
    }
    captured.stop();
    expect(slugs.size).toBe(count);
    const [first] = captured.take();
    const root = await explain({ sql: String(first?.text), values: first?.values ?? [] });
    const indexes = nodes(root).flatMap((node) => node['Index Name'] ?? []);
    expect([...new Set(indexes)].sort()).toEqual(['change_record_idx', 'listing_sitemap_idx']);
    const counts = counting.take().filter(({ text }) => /FROM listing/.test(text));
    expect(counts).toHaveLength(1);
    const counted = await explain({ sql: String(counts[0]?.text), values: [] });
    const scans = nodes(counted).filter((node) => node['Relation Name'] === 'listing');
    expect(scans).toMatchObject([{ 'Index Name': 'listing_sitemap_idx' }]);
    expect(scans[0]?.['Actual Rows']).toBeLessThanOrEqual(2_000);
  });

  it('the server reads what it counts from an index alone', async () => {
    const captured = captureStatements();
    await at.app.get(ListingIndexRepository).all();
    captured.stop();
    const [first, ...others] = captured.take();
    expect(others.length).toBeGreaterThan(10);
    const root = await explain({ sql: String(first?.text), values: first?.values ?? [] });
    const scans = nodes(root).filter((node) => node['Relation Name'] === 'listing');
    expect(scans).toMatchObject([
      { 'Node Type': 'Index Only Scan', 'Index Name': 'listing_name_idx' },
    ]);
  });

  it('a filtered page reads hardly more rows than it has, however many match', async () => {
    const captured = captureStatements();
    const { status, body } = await at.api.get(`/v1/listings?service=${commonService}&limit=20`);
    captured.stop();
    expect([status, body.items.length]).toEqual([200, 20]);
    const page = captured.take().find(({ text }) => text.includes('AS sort_key FROM listing'));
    const root = await explain({ sql: String(page?.text), values: page?.values ?? [] });
    const scans = nodes(root).filter((node) => node['Relation Name'] === 'listing');
    const read = scans.map((node) => node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0));
    expect(Math.max(...read)).toBeLessThan(40);
  });

  it.each(['shelter', 'shelter amarillo'])(
    'organizations named "%s" are found without reading all before them',
    async (words) => {
      const captured = captureStatements();
      onTestFinished(() => captured.stop());
      const { body } = await at.api.get(`/v1/organizations?q=${words}`);
      expect(body.items.length).toBeGreaterThan(10);
      const statement = captured.take().find(({ text }) => text.includes('FROM directory_card'));
      const root = await explain({ sql: String(statement?.text), values: statement?.values ?? [] });
      const read = nodes(root)
        .filter((node) => node['Relation Name'] === 'directory_card')
        .map((node) => node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0));
      expect(Math.max(...read)).toBeLessThan(LISTINGS / 5);
    },
  );

  it('a snapshot of a state reads the organizations that have listings there, and no others', async () => {
    const captured = captureStatements();
    onTestFinished(() => captured.stop());
    const { status, body } = await at.api.get(`/v1/snapshot?region=${farState}`);
    expect(status).toBe(200);
    const { organizations, help_lines, facilities } = body;
    const statement = captured.take().find(({ text: sql }) => sql.includes('FROM directory_card'));
    const root = await explain({ sql: String(statement?.text), values: statement?.values ?? [] });
    const read = nodes(root)
      .filter((node) => node['Relation Name'] === 'directory_card')
      .map((node) => node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0));
    const sent = organizations.length + help_lines.length + facilities.length;
    expect(organizations.length).toBeGreaterThan(0);
    expect(Math.max(...read)).toBeLessThanOrEqual(sent);
  });

  it('thousands that are added take their places in the order, and are found until then', async () => {
    await growDirectory(database?.url as string, ADDED, 1);
    await at.settle();
    const { filter, tags } = await at.app
      .get(ListingFilterService)
      .parse({ service: [rareService] });
    const query = { filter, tags, words: null, box: null, from: null, limit: 100 };
    const ids = (await at.app.get(ListingSearchRepository).page(query)).map(({ id }) => id);
    const listed = () => allPages(at.api, `/v1/listings?service=${rareService}&limit=30`);
    expect(await listed()).toEqual(ids);
    const index = at.app.get(ListingIndexService);
    while ((await index.current()).unordered > 0) await at.api.get('/health/live');
    expect(await listed()).toEqual(ids);
  });

  it('one of them is looked up by the index of its id or slug', async () => {
    const [{ id, slug }] = await at.db.query(`SELECT id, slug FROM listing ORDER BY id LIMIT 1`);
    const scans = async () =>
      await at.db.query(
        `SELECT seq_scan::integer AS sequential, idx_scan::integer AS indexed
           FROM pg_stat_user_tables WHERE relname = 'listing'`,
      );
    const paths = [`listings/${id}`, `listings/${slug}`];
    const [before] = await scans();
    let after = before;
    // The server counts the scans of a connection within a second or so of its last statement.
    while (after.indexed < before.indexed + paths.length) {
      for (const path of paths) {
        // No memory answers a request with credentials.
        const { status } = await at.api.get(`/v1/${path}`, { authorization: 'Bearer one' });
        expect([path, status]).toEqual([path, 200]);
      }
      [after] = await scans();
    }
    expect(after.sequential).toBe(before.sequential);
  });

  async function explainNearest(filter: Partial<NearbyDto>): Promise<PlanNode> {
    const question = await at.app.get(ListingFilterService).parse(filter as NearbyDto);
    return await explain(
      at.app.get(ListingSearchRepository).nearestStatement(EL_PASO, READ, question),
    );
  }

  async function explain({ sql, values }: { sql: string; values: unknown[] }): Promise<PlanNode> {
    const [row] = await at.db.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`, values);
    return row['QUERY PLAN'][0].Plan;
  }
});

function nodes(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodes)];
}

import type { Page } from 'playwright-core';
import { aDocument, revision } from '../../../apps/api/test/editing/editor.ts';
import { testSite } from '../support/test-site.ts';
import { signedInAdministrator } from './console-users.ts';

/** Does harm wherever it is taken for HTML, for an attribute, for a script or for a formula. */
const HOSTILE = `=1+1"'><img src=x onerror="window.harmed=1"><script>window.harmed=1</script>`;
/** Texts that have a form of their own, and would be refused. */
const OTHERS = [
  ...['id', 'slug', 'email', 'website', 'url', 'number', 'extension', 'type', 'visibility'],
  ...['location_type', 'address_type', 'region', 'postal_code', 'country', 'status', 'field'],
  ...['language', 'byday', 'opens_at', 'closes_at', 'time_zone', 'confidence', 'as_of', 'date'],
  ...['place_id', 'precision', 'source_url', 'code'],
];
const CODES = ['service_types', 'languages', 'regions', 'costs', 'accepts'];

let dataFolder = '';
const site = testSite((own) => {
  dataFolder = own.dataFolder;
  return {};
});

let page: Page;
let record: { id: string; slug: string };
beforeAll(async () => {
  ({ page } = await site.tour()('/admin/'));
  await signedInAdministrator(page, dataFolder);
  const document = aDocument({
    status_note: 'x',
    confidence_note: 'x',
    speed_dials: [
      {
        ...{
          code: '7990#',
          facility_ids: null,
          status: 'unverified',
          verified_at: null,
          note: 'x',
        },
        history: [{ status: null, date: '2026-11-01', what: 'x', source_url: null }],
      },
    ],
  });
  const body = {
    document: hostile(document),
    revision: { ...revision, reason: HOSTILE, source: { ...revision.source, what: HOSTILE } },
  };
  record = { id: await send('/v1/admin/organizations', body), slug: document.slug };
});

/** A copy in which every free text is hostile. */
function hostile(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    return CODES.includes(name) ? value : value.map((part) => hostile(part, name));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, hostile(part, key)]),
    );
  }
  return typeof value === 'string' && !OTHERS.includes(name) ? HOSTILE : value;
}

/** Sends something as the administrator, and returns the id of what it made. */
async function send(path: string, body: object): Promise<string> {
  const [status, text] = await page.evaluate(
    async ([url, json]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body: json });
      return [response.status, await response.text()] as const;
    },
    [path, JSON.stringify(body)] as const,
  );
  expect([status < 300, text]).toEqual([true, text]);
  return JSON.parse(text).id as string;
}

const isHarmed = (on: Page) => on.evaluate(() => 'harmed' in window);
const hasImage = (on: Page) => on.locator('img[src="x"]').count();

it.each([
  ['the list', () => '/admin/records?q=img'],
  ['the form', () => `/admin/records/organizations/${record.id}`],
  ['the queue', () => '/admin/verification'],
  ['the first page', () => '/admin/'],
])('what people write stays text in %s of the console', async (_, path) => {
  await page.goto(`${site.server.address}${path()}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.waiting').waitFor({ state: 'detached' });
  for (const summary of await page.locator('summary').all()) {
    if (await summary.isVisible()) await summary.click();
  }
  expect([await isHarmed(page), await hasImage(page)]).toEqual([false, 0]);
});

it('what people write stays text in the history of the console', async () => {
  await page.goto(`${site.server.address}/admin/records/organizations/${record.id}/history`);
  await page.locator('summary').first().click();
  // The differences come when a change is opened.
  await page.locator('dl', { hasText: '=1+1' }).first().waitFor();
  expect([await isHarmed(page), await hasImage(page)]).toEqual([false, 0]);
});

it('what readers report stays text in the review', async () => {
  const reported = await fetch(`${site.server.address}/v1/suggestions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'organization', slug: 'border-angels', text: HOSTILE }),
  });
  expect(reported.status).toBe(202);
  await page.goto(`${site.server.address}/admin/review`);
  await page.getByText(HOSTILE).first().waitFor();
  expect([await isHarmed(page), await hasImage(page)]).toEqual([false, 0]);
});

it('what people write stays text on every public page that shows it', async () => {
  const { page: visitor } = await site.visit('/en/');
  const paths = [`organization/${record.slug}`, `listing/${record.slug}`, 'state/US-TX'];
  for (const path of paths) {
    const address = `${site.server.address}/en/${path}`;
    // A server notices what was published within a second.
    while (!(await (await fetch(address)).text()).includes('onerror')) {}
    await visitor.goto(address);
    await visitor.waitForLoadState('networkidle');
    await visitor.getByText(HOSTILE).first().waitFor({ state: 'attached' });
    expect([path, await isHarmed(visitor), await hasImage(visitor)]).toEqual([path, false, 0]);
  }
});

it('what people write is no formula in a file for tables', async () => {
  const accept = { accept: 'text/csv' };
  const response = await fetch(`${site.server.address}/v1/speed-dials`, { headers: accept });
  const text = await response.text();
  expect(text).toContain('onerror');
  expect(text).not.toMatch(/(^|,|\n)"?=1\+1/);
});

import type { Page } from 'playwright-core';
import { totpCode } from '../../../apps/api/test/accounts/totp.ts';
import { axeFindings } from '../support/axe.ts';
import { testSite } from '../support/test-site.ts';
import {
  addTotp,
  type ConsoleUser,
  documentPage,
  inviteAndAccept,
  openRecord,
  publish,
  sendPassword,
  setUpAdministrator,
  untilSignedIn,
} from './console-users.ts';

let dataFolder = '';
const site = testSite((own) => {
  dataFolder = own.dataFolder;
  return {};
});

let ana: ConsoleUser;
/** The page of the administrator, who stays signed in from the second test on. */
let page: Page;

/** A page that outlives the test that opens it. */
async function openPage(): Promise<Page> {
  const { page: visited } = await site.tour()('/admin/');
  return visited;
}

const barOf = (on: Page) => on.locator('.save-bar [role=status]');
const note = (on: Page) => on.getByLabel('Note about the status');

/** The public page of a record, once it says something; a server notices a change within a second. */
async function publicPageSays(path: string, text: string): Promise<void> {
  while (!(await (await fetch(`${site.server.address}${path}`)).text()).includes(text));
}

it('the first administrator is set up by the link, which is good once', async () => {
  page = await openPage();
  const link = await setUpAdministrator(page, dataFolder);
  expect(page.url()).not.toContain('#');
  ana = await addTotp(page, 'ana@example.org');
  await sendPassword(page, ana.email);
  await page.getByLabel('Code').fill(totpCode(ana.totpUri));
  await page.getByRole('button', { name: 'Continue' }).click();
  await untilSignedIn(page);
  const another = await site.visit(new URL(link).pathname + new URL(link).hash);
  await another.page.getByLabel('Name').fill('Eve');
  await another.page.getByLabel('E-mail address').fill('eve@example.org');
  await another.page.getByLabel('New password').fill('correct horse battery staple');
  await another.page.getByRole('button', { name: 'Create the account' }).click();
  await another.page.getByRole('alert').waitFor();
});

it('a recovery code signs in once', async () => {
  const [code = ''] = ana.recoveryCodes;
  const { page: other } = await site.visit('/admin/');
  const sendRecoveryCode = async () => {
    await sendPassword(other, ana.email);
    await other.getByRole('button', { name: /use a recovery code/ }).click();
    await other.getByLabel('Recovery code').fill(code);
    await other.getByRole('button', { name: 'Continue' }).click();
  };
  await sendRecoveryCode();
  await untilSignedIn(other);
  await other.getByRole('button', { name: 'Sign out' }).click();
  await sendRecoveryCode();
  await other.getByRole('alert').waitFor();
});

it('a passkey signs in without a password', async () => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.getByRole('link', { name: 'My account' }).click();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText(/^Added on/).waitFor();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('heading', { name: 'My account' }).waitFor();
});

it('a token lets a script read records, until it is removed', async () => {
  await page.getByLabel('What it is for').fill('Monthly report');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = await page
    .locator('code')
    .filter({ hasText: /^amparo_/ })
    .innerText();
  const read = () =>
    fetch(`${site.server.address}/v1/admin/records`, {
      headers: { authorization: `Bearer ${token}` },
    });
  expect((await read()).status).toBe(200);
  const row = page.getByRole('listitem').filter({ hasText: 'Monthly report' });
  await row.getByRole('button', { name: 'Remove' }).click();
  await row.waitFor({ state: 'detached' });
  expect((await read()).status).toBe(401);
});

it('five records are confirmed with five keys and five requests', async () => {
  await page.keyboard.press('g');
  await page.keyboard.press('v');
  const name = page.locator('#call-name');
  await name.waitFor();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
  });
  await documentPage(page, 'call');
  const called: string[] = [];
  for (let record = 0; record < 5; record += 1) {
    const before = await name.innerText();
    called.push(before);
    await page.keyboard.press('y');
    await page.waitForFunction(
      (text) => document.querySelector('#call-name')?.textContent !== text,
      before,
    );
  }
  await page.getByText(/^5 done/).waitFor();
  expect(new Set(called).size).toBe(5);
  expect(sent).toHaveLength(5);
  for (const path of sent) expect(path).toMatch(/\/verifications$/);
});

it('a change is published with its source, stands in the history, and is taken back', async () => {
  await openRecord(page, 'Annunciation House');
  const before = await note(page).inputValue();
  await note(page).fill('They answered on Monday.');
  await publish(page, 'A call with the front desk');
  await barOf(page).filter({ hasText: 'Published.' }).waitFor();
  await publicPageSays('/en/organization/annunciation-house', 'They answered on Monday.');
  await page.getByRole('link', { name: 'History' }).click();
  await page.locator('summary', { hasText: 'changed, Ana' }).click();
  await page.getByText('They answered on Monday.').waitFor();
  await documentPage(page, 'history');
  await page.getByRole('button', { name: 'Take this change back' }).click();
  await page.locator('summary', { hasText: 'taken back, Ana' }).waitFor();
  await publicPageSays('/en/organization/annunciation-house', before.slice(0, 40));
});

it('what the server refuses is said at its field, and nothing is lost', async () => {
  await openRecord(page, 'Annunciation House');
  await page.getByLabel('Website').first().fill('annunciation house');
  await publish(page, 'Their flyer');
  const website = page.locator('[name="document.website"]');
  await page.locator('[name="document.website"][aria-invalid="true"]').waitFor();
  expect(await website.inputValue()).toBe('annunciation house');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('link', { name: 'Today' }).click();
  await untilSignedIn(page);
});

it('two editors who change the same record both keep their changes', async () => {
  const { page: other } = await site.visit('/admin/');
  await inviteAndAccept(page, other, { name: 'Ben', role: 'Editor', regions: 'US-TX' });
  await openRecord(page, 'Annunciation House');
  await openRecord(other, 'Annunciation House');
  await note(other).fill('Ben called them.');
  await publish(other, 'A call by Ben');
  await barOf(other).filter({ hasText: 'Published.' }).waitFor();
  await page.getByLabel('Description').first().fill('Houses of hospitality in El Paso.');
  await publish(page, 'Their website');
  await page.getByText('Somebody else changed this record').waitFor();
  await page.getByText('Ben called them.').waitFor();
  await page.getByRole('button', { name: 'Keep theirs and add mine' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await barOf(page).filter({ hasText: 'Published.' }).waitFor();
  expect(await note(page).inputValue()).toBe('Ben called them.');
  await publicPageSays('/en/organization/annunciation-house', 'Houses of hospitality in El Paso.');
  await publicPageSays('/en/organization/annunciation-house', 'Ben called them.');
});

it('an editor of Texas neither sees nor opens a record of California', async () => {
  await openRecord(page, 'Border Angels');
  const { pathname } = new URL(page.url());
  const { page: other } = await site.visit('/admin/');
  await sendPassword(other, 'ben@example.org');
  await untilSignedIn(other);
  await other.getByRole('link', { name: 'Records' }).click();
  await other.getByLabel('Search by name').fill('Border Angels');
  await other.getByText('Nothing fits.').waitFor();
  await other.goto(`${site.server.address}${pathname}`);
  await other.getByRole('alert').waitFor();
  expect(await other.getByLabel('Description').count()).toBe(0);
  expect(await other.getByRole('link', { name: 'People' }).count()).toBe(0);
});

it('a contributor proposes, and a reviewer accepts', async () => {
  const { page: other } = await site.visit('/admin/');
  await inviteAndAccept(page, other, { name: 'Cleo', role: 'Contributor' });
  await openRecord(other, 'Annunciation House');
  await note(other).fill('Cleo was there.');
  await publish(other, 'A visit');
  await barOf(other).filter({ hasText: 'waits for review' }).waitFor();
  await page.getByRole('link', { name: 'Review' }).click();
  const proposal = page.getByRole('article', { name: 'Annunciation House' });
  await proposal.getByText('Cleo was there.').waitFor();
  await documentPage(page, 'review');
  await proposal.getByLabel(/^Reply to the author/).fill('Thank you, Cleo!');
  await proposal.getByRole('button', { name: 'Accept and publish' }).click();
  await proposal.waitFor({ state: 'detached' });
  await publicPageSays('/en/organization/annunciation-house', 'Cleo was there.');
  await other.getByRole('link', { name: 'Today' }).click();
  await other.getByText('Accepted by Ana.').waitFor();
  await other.getByText('Thank you, Cleo!').waitFor();
});

it.each(['', 'verification', 'records', 'review', 'people', 'account'])(
  'axe finds nothing on /admin/%s, in both color schemes and at 360 pixels',
  async (path) => {
    await page.goto(`${site.server.address}/admin/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('.waiting').waitFor({ state: 'detached' });
    await documentPage(page, path || 'today');
    expect(await axeFindings(page, 'everything')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page, 'colours')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 360, height: 740 });
    const overflow = () => document.documentElement.scrollWidth - innerWidth;
    expect(await page.evaluate(overflow)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  },
);

import type { Page } from 'playwright-core';
import { totpCode } from '../../../apps/api/test/accounts/totp.ts';
import { axeFindings } from '../support/axe.ts';
import { testSite } from '../support/test-site.ts';
import { addTotp, sendPassword, setUpAdministrator, untilSignedIn } from './console-users.ts';

let dataFolder = '';
const site = testSite((own) => {
  dataFolder = own.dataFolder;
  return {};
});

/** The page of the administrator, who stays signed in. */
let page: Page;

beforeAll(async () => {
  page = (await site.tour()('/admin/')).page;
  await setUpAdministrator(page, dataFolder);
  const { email, totpUri } = await addTotp(page, 'ana@example.org');
  await sendPassword(page, email);
  await page.getByLabel('Code').fill(totpCode(totpUri));
  await page.getByRole('button', { name: 'Continue' }).click();
  await untilSignedIn(page);
});

const open = async (path: string) => {
  await page.goto(`${site.server.address}/admin/${path}`);
  await page.locator('.waiting').waitFor({ state: 'detached' });
};
const rows = () => page.locator('.record-table tbody tr');
const status = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
/** How well organizations are supported, as the server has it. */
const confidenceOf = (names: string[]) =>
  page.evaluate(async (asked) => {
    const found: string[] = [];
    for (const name of asked) {
      const query = new URLSearchParams({ kind: 'organization', q: name });
      const list = await (await fetch(`/v1/admin/records?${query}`)).json();
      const path = `/v1/admin/organizations/${list.items[0].id}`;
      found.push((await (await fetch(path)).json()).document.confidence);
    }
    return found;
  }, names);

it('the numbers of the first page are those of the lists that they lead to', async () => {
  await open('');
  const row = page.getByRole('row', { name: 'Organization: Never confirmed' });
  const count = Number((await row.getByRole('link').innerText()).replace(',', ''));
  expect(count).toBeGreaterThan(10);
  await row.getByRole('link').click();
  await status(`${count} records`).waitFor();
  expect(new URL(page.url()).search).toBe('?kind=organization&due=never');
});

it('a view is saved by name, found again after the page is opened again, and removed', async () => {
  await open('records');
  await page.getByLabel('Region').selectOption('US-TX');
  await page.getByLabel('Kind of help').selectOption({ label: 'Legal help' });
  await page.getByText('Save this view').click();
  await page.getByLabel('Name of the view').fill('Lawyers in Texas');
  await page.getByRole('button', { name: 'Save the view' }).click();
  const view = page.getByRole('link', { name: 'Lawyers in Texas' });
  await view.waitFor();
  const total = await status(/record/)
    .first()
    .innerText();
  await open('records');
  await view.click();
  await status(total).waitFor();
  expect(new URL(page.url()).search).toBe('?region=US-TX&service=legal');
  await page.getByRole('button', { name: 'Remove the view “Lawyers in Texas”' }).click();
  await view.waitFor({ state: 'detached' });
});

it('a selection is changed after its number was said, and all of it is taken back', async () => {
  await open('records?kind=organization&q=house');
  const names: string[] = [];
  for (const index of [0, 1]) {
    const row = rows().nth(index);
    names.push(await row.getByRole('link').innerText());
    await row.getByRole('checkbox').check();
  }
  await status('2 records are selected.').waitFor();
  const before = await confidenceOf(names);
  await page.getByRole('button', { name: 'Change them' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('This is about 2 records.').waitFor();
  await dialog.getByLabel('What to do').selectOption({ label: 'Set how well it is supported' });
  expect(await axeFindings(page, 'everything')).toEqual([]);
  await dialog.getByLabel('Value').selectOption({ label: 'Not supported' });
  await dialog.getByLabel('Source').first().fill('A call with each of them');
  await dialog.getByRole('button', { name: 'Change 2 records' }).click();
  await dialog.getByText('2 records were changed.').waitFor();
  expect(await confidenceOf(names)).toEqual(['unverified', 'unverified']);
  expect(await axeFindings(page, 'everything')).toEqual([]);
  await dialog.getByRole('button', { name: 'Take all of it back' }).click();
  await dialog.getByText('2 records were taken back.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByText('Your latest changes of several records').click();
  await page.getByText('Taken back').waitFor();
  expect(before).not.toContain('unverified');
  expect(await confidenceOf(names)).toEqual(before);
});

it('all that fit are selected and assigned, though they are on several pages', async () => {
  await open('records?kind=organization&due=never');
  await page.getByLabel('Select all on this page').check();
  await status('50 records are selected.').waitFor();
  const selectAll = page.getByRole('button', { name: /^Select all \d+ that fit$/ });
  const count = Number(/\d+/.exec(await selectAll.innerText())?.[0]);
  expect(count).toBeGreaterThan(50);
  await selectAll.click();
  await status(`${count} records are selected.`).waitFor();
  await page.getByRole('button', { name: 'Change them' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Who').selectOption({ label: 'Ana' });
  await dialog.getByRole('button', { name: `Change ${count} records` }).click();
  await dialog.getByText(`${count} records were changed.`).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Mine' }).click();
  await status(`${count} records`).waitFor();
  await page.getByRole('link', { name: 'Confirm', exact: true }).click();
  // It follows the address, which changes a moment after the click.
  const onlyMine = 'Only those that I look after';
  await page.getByLabel(onlyMine).click();
  await page.getByRole('checkbox', { name: onlyMine, checked: true }).waitFor();
  await page.locator('#call-name').waitFor();
  expect(new URL(page.url()).search).toBe('?assigned=me');
});

it('a list with a selection fits a phone', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open('records');
  await rows().first().getByRole('checkbox').check();
  const overflow = () => document.documentElement.scrollWidth - innerWidth;
  expect(await page.evaluate(overflow)).toBe(0);
  await page.getByRole('button', { name: 'Change them' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await page.evaluate(overflow)).toBe(0);
  expect(await axeFindings(page, 'everything')).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
});

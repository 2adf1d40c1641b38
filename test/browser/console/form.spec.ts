import type { Page } from 'playwright-core';
import type { OrganizationWithListings } from '#contract';
import { axeFindings } from '../support/axe.ts';
import { testSite } from '../support/test-site.ts';
import { openRecord, publish, signedInAdministrator } from './console-users.ts';

const NAME = 'Galilee Center';

let dataFolder = '';
const site = testSite((own) => {
  dataFolder = own.dataFolder;
  return {};
});

let page: Page;
beforeAll(async () => {
  ({ page } = await site.tour()('/admin/'));
  await signedInAdministrator(page, dataFolder);
});

const group = (name: RegExp) => page.getByRole('group', { name }).last();
const statusNote = () => page.getByLabel('Note about the status');
const drafts = () =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('draft '))
      .map(([, text]) => text)
      .join(),
  );
const leaveAnyway = () => page.once('dialog', (dialog) => void dialog.accept());

async function published(): Promise<OrganizationWithListings> {
  const address = `${site.server.address}/v1/organizations/galilee-center`;
  const response = await fetch(address, { cache: 'no-store' });
  return (await response.json()) as OrganizationWithListings;
}

it('what was typed is there again after the page was closed, until it is published', async () => {
  await openRecord(page, NAME);
  const before = await statusNote().inputValue();
  await statusNote().fill('Half a sentence');
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('Half a sentence'));
  leaveAnyway();
  await page.reload();
  await page.getByRole('button', { name: 'Go on with them' }).waitFor();
  expect(await axeFindings(page, 'everything')).toEqual([]);
  expect(await statusNote().inputValue()).toBe(before);
  await page.getByRole('button', { name: 'Go on with them' }).click();
  expect(await statusNote().inputValue()).toBe('Half a sentence');
  await publish(page, 'A call');
  await page.locator('.save-bar [role=status]').filter({ hasText: 'Published.' }).waitFor();
  await page.waitForFunction(
    () => !JSON.stringify({ ...localStorage }).includes('Half a sentence'),
  );
  await page.reload();
  await statusNote().waitFor();
  expect(await page.getByRole('button', { name: 'Go on with them' }).count()).toBe(0);
});

it('the street of a place that becomes private is not kept in the browser', async () => {
  await openRecord(page, NAME);
  await page.getByLabel('Street and number').first().fill('1 Public Street');
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('1 Public Street'));
  await page.getByLabel('What the public sees').selectOption('area');
  await page.getByLabel('Street and number').first().fill('17 Hidden Lane');
  await page.waitForFunction(
    () => !JSON.stringify({ ...localStorage }).includes('1 Public Street'),
  );
  expect(await drafts()).toContain('area');
  expect(await drafts()).not.toContain('17 Hidden Lane');
  await page.getByRole('button', { name: 'Discard changes' }).click();
});

it('what was done is taken back step by step, a part that was removed too', async () => {
  await openRecord(page, NAME);
  const undo = page.getByRole('button', { name: 'Undo' });
  expect(await undo.isDisabled()).toBe(true);
  const before = await statusNote().inputValue();
  await statusNote().fill('Something else');
  await page.locator('.save-bar button:enabled', { hasText: 'Undo' }).waitFor();
  const services = group(/^Services/);
  await services.getByRole('button', { name: 'Remove' }).last().click();
  await page.getByRole('group', { name: 'Services (0)' }).waitFor();
  await undo.click();
  await page.getByRole('group', { name: 'Services (1)' }).waitFor();
  expect(await statusNote().inputValue()).toBe('Something else');
  await undo.click();
  expect(await statusNote().inputValue()).toBe(before);
  await page.locator('.save-bar button:disabled', { hasText: 'Discard changes' }).waitFor();
});

it('a translation, work in a facility and a code that works there alone reach the public', async () => {
  await openRecord(page, NAME);
  const statements = group(/^Work in detention facilities/);
  await statements.getByRole('button', { name: 'Add a facility' }).click();
  await statements.getByLabel('Facility', { exact: true }).selectOption({ index: 1 });
  const facility = await statements.locator('select option:checked').first().innerText();
  await statements.getByLabel('What is said about it').fill('They visit on Fridays.');
  const translations = group(/^Translations/);
  await translations.getByRole('button', { name: 'Add a translation' }).click();
  await translations.getByLabel('Which text').last().selectOption('status_note');
  await translations.getByLabel('Translated text').last().fill('Ayuda en el valle de Coachella.');
  const codes = group(/^Speed dial codes/);
  await codes.getByRole('button', { name: 'Add a code' }).click();
  await codes.locator('[name$=".code"]').fill('7123#');
  await codes.getByLabel('Works in every facility').uncheck();
  await codes.getByLabel(facility, { exact: true }).check();
  await publish(page, 'A call with the office');
  await page.locator('.save-bar [role=status]').filter({ hasText: 'Published.' }).waitFor();
  let now = await published();
  while (now.facilities.length === 0) now = await published();
  expect(now.facilities).toMatchObject([{ facility: { name: facility } }]);
  expect(JSON.stringify(now)).toContain('7123#');
  expect(JSON.stringify(now)).toContain('Ayuda en el valle de Coachella.');
});

it('holidays are added beside the hours of a week, and the public reads both', async () => {
  await openRecord(page, NAME);
  const add = page.getByRole('button', { name: 'Add hours' }).first();
  const hours = page.getByRole('group', { name: /^Opening hours/ }).first();
  const last = hours.locator('details.item').last();
  const fill = async (label: string, value: string) =>
    await last.getByLabel(label, { exact: true }).fill(value);
  await add.click();
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
    await last.getByLabel(day, { exact: true }).check();
  await fill('Opens', '08:00');
  await fill('Closes', '17:00');
  await last.getByLabel('Time zone').selectOption('America/Los_Angeles');
  await add.click();
  await last.getByLabel('On holidays or other special days').check();
  await fill('First day', '2026-12-25');
  await fill('Last day', '2026-12-25');
  await last.getByLabel('Every year on the same dates').check();
  await last.getByLabel('Time zone').selectOption('America/Los_Angeles');
  expect(await axeFindings(page, 'everything')).toEqual([]);
  await publish(page, 'A call');
  await page.locator('.save-bar [role=status]').filter({ hasText: 'Published.' }).waitFor();
  const { listings } = await published();
  const [listing] = listings;
  expect(listing?.services[0]?.opening_hours?.special_days).toEqual([
    { from: '2026-12-25', to: '2026-12-25', yearly: true, week: [] },
  ]);
  const visit = await site.visit(`/es/listing/${listing?.slug}`);
  await visit.page.getByText('Cerrado: 25 de diciembre').waitFor();
  await visit.close();
});

it('a help line is said to be that of an organization of the directory', async () => {
  await page.getByRole('link', { name: 'Records' }).click();
  await page.getByLabel('Search by name').fill('FindHello');
  await page.getByRole('row', { name: 'FindHello' }).getByRole('link').first().click();
  const search = page.getByLabel('Organization in this directory');
  await search.fill('Galilee');
  await search.press('Enter');
  await page.getByRole('button', { name: NAME, exact: true }).click();
  await page.getByRole('button', { name: 'Another organization' }).waitFor();
  await page.getByText(`Organization in this directory: ${NAME}`).waitFor();
  expect(await axeFindings(page, 'everything')).toEqual([]);
  await publish(page, 'A call');
  await page.locator('.save-bar [role=status]').filter({ hasText: 'Published.' }).waitFor();
  const answer = await fetch(`${site.server.address}/v1/help-lines`, { cache: 'no-store' });
  const { items } = (await answer.json()) as { items: { slug: string; organization: string }[] };
  expect(items.find(({ slug }) => slug === 'findhello')?.organization).toBe(NAME);
});

it('nothing that was typed is left in the browser after signing out', async () => {
  await openRecord(page, NAME);
  await statusNote().fill('Not for the next person');
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('next person'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Password').waitFor();
  expect(await drafts()).toBe('');
});

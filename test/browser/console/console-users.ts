import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { totpCode } from '../../../apps/api/test/accounts/totp.ts';

const PASSWORD = 'correct horse battery staple';

/** Someone with an account, and what their authenticator app holds. */
export interface ConsoleUser {
  email: string;
  totpUri: string;
  recoveryCodes: string[];
}

/** Opens the link that the first start has left, and makes the first administrator with it. */
export async function setUpAdministrator(page: Page, dataFolder: string): Promise<string> {
  const link = readFileSync(join(dataFolder, 'first-administrator-link'), 'utf8').trim();
  await page.goto(link);
  await page.getByLabel('Name').fill('Ana');
  await page.getByLabel('E-mail address').fill('ana@example.org');
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
  return link;
}

/** Sets up an authenticator app on the page that shows. */
export async function addTotp(page: Page, email: string): Promise<ConsoleUser> {
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set up codes' }).click();
  await page.getByText('Or type this into the app').waitFor();
  const [secret = '', ...recoveryCodes] = await page.locator('section code').allInnerTexts();
  const totpUri = `otpauth://totp/Amparo?secret=${secret}`;
  // The code before the present one, because each is good once and the sign-in needs another.
  await page.getByLabel('Code').fill(totpCode(totpUri, -1));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  return { email, totpUri, recoveryCodes };
}

/** Fills in the page for signing in, and sends it. */
export async function sendPassword(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Waits for the first page of the console. */
export async function untilSignedIn(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /^Hello/ }).waitFor();
}

/** Invites someone as an administrator, and accepts the invitation on another page. */
export async function inviteAndAccept(
  administrator: Page,
  page: Page,
  { name, role, regions = '' }: { name: string; role: string; regions?: string },
): Promise<void> {
  await administrator.getByRole('link', { name: 'People' }).click();
  await administrator.getByRole('button', { name: 'Invite someone' }).click();
  const dialog = administrator.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('E-mail address').fill(`${name.toLowerCase()}@example.org`);
  await dialog.getByLabel('Role').selectOption({ label: role });
  await dialog.getByLabel('Regions').fill(regions);
  await dialog.getByRole('button', { name: 'Invite someone' }).click();
  const link = await administrator.getByRole('textbox', { name: 'Link' }).inputValue();
  await administrator.getByRole('button', { name: 'Close' }).click();
  await page.goto(link);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save the password' }).click();
  await sendPassword(page, `${name.toLowerCase()}@example.org`);
  await untilSignedIn(page);
}

/** Sets up the first administrator, and signs in with a code. */
export async function signedInAdministrator(page: Page, dataFolder: string): Promise<ConsoleUser> {
  await setUpAdministrator(page, dataFolder);
  const user = await addTotp(page, 'ana@example.org');
  await sendPassword(page, user.email);
  await page.getByLabel('Code').fill(totpCode(user.totpUri));
  await page.getByRole('button', { name: 'Continue' }).click();
  await untilSignedIn(page);
  return user;
}

/** Opens the form of a record by its name. */
export async function openRecord(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Records' }).click();
  await page.getByLabel('Search by name').fill(name);
  await page.getByRole('row', { name }).getByRole('link', { name }).click();
  await page.getByLabel('Description').first().waitFor();
}

/** Says where a change comes from, and publishes or proposes it. */
export async function publish(page: Page, source: string): Promise<void> {
  await page.locator('[name="revision.source.what"]').fill(source);
  await page.getByRole('button', { name: /^(Publish|Propose)$/ }).click();
}

/** Saves what a page shows as a picture of docs/admins.md, where `SAVE_SCREENSHOTS` is set. */
export async function documentPage(page: Page, name: string): Promise<void> {
  if (!process.env.SAVE_SCREENSHOTS) return;
  await page.screenshot({ path: join('docs/images', `console-${name}.png`) });
}

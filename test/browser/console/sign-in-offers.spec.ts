import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { CLIENT_ID, IdentityProvider } from '../../../apps/api/test/accounts/identity-provider.ts';
import { totpCode } from '../../../apps/api/test/accounts/totp.ts';
import { type MailServer, startMailServer } from '../../../apps/api/test/support/mail-server.ts';
import { axeFindings } from '../support/axe.ts';
import { testSite } from '../support/test-site.ts';
import { addTotp, sendPassword, setUpAdministrator, untilSignedIn } from './console-users.ts';

const provider = new IdentityProvider();
let mails: MailServer;
let dataFolder = '';
const site = testSite(async (own) => {
  dataFolder = own.dataFolder;
  mails = await startMailServer();
  await provider.start();
  provider.knows({ sub: 'ana' });
  const secret = join(dataFolder, '..', 'provider-secret');
  writeFileSync(secret, 'the secret of the provider\n');
  const port = await freePort();
  return {
    ...{ PORT: String(port), PUBLIC_URL: `http://localhost:${port}` },
    ...{ SMTP_URL: mails.url, MAIL_FROM: 'amparo@example.org' },
    ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT_ID, OIDC_LABEL: 'Example login' },
    OIDC_CLIENT_SECRET_FILE: secret,
  };
});
afterAll(async () => {
  await mails?.stop();
  await provider.stop();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

let page: Page;

it('an administrator links the account to the provider, and comes back', async () => {
  ({ page } = await site.tour()('/admin/'));
  await setUpAdministrator(page, dataFolder);
  const ana = await addTotp(page, 'ana@example.org');
  await sendPassword(page, ana.email);
  await page.getByLabel('Code').fill(totpCode(ana.totpUri));
  await page.getByRole('button', { name: 'Continue' }).click();
  await untilSignedIn(page);
  await page.getByRole('link', { name: 'My account' }).click();
  expect(await axeFindings(page, 'everything')).toEqual([]);
  await page.getByRole('button', { name: 'Link with Example login' }).click();
  await page.getByText('You can sign in with Example login.').waitFor();
});

it('somebody who signs in by the provider still needs our second factor', async () => {
  const { page: other } = await site.visit('/admin/');
  await other.getByRole('button', { name: 'Continue with Example login' }).waitFor();
  expect(await axeFindings(other, 'everything')).toEqual([]);
  await other.getByRole('button', { name: 'Continue with Example login' }).click();
  await other.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
});

it('somebody whom nobody has linked is told that it did not work', async () => {
  provider.knows({ sub: 'nobody' });
  const { page: other } = await site.visit('/admin/');
  await other.getByRole('button', { name: 'Continue with Example login' }).click();
  await other.getByRole('alert').getByText('That did not work.').waitFor();
});

it('an invitation is mailed, and so is a link for a forgotten password', async () => {
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Invite someone' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Eva');
  await dialog.getByLabel('E-mail address').fill('eva@example.org');
  await dialog.getByLabel('Role').selectOption({ label: 'Editor' });
  await dialog.getByRole('button', { name: 'Invite someone' }).click();
  await page.getByText('The link is sent to eva@example.org.').waitFor();
  expect((await mails.next()).receivers).toEqual(['eva@example.org']);

  const { page: other } = await site.visit('/admin/');
  await other.getByRole('button', { name: 'I forgot my password' }).click();
  await other.getByLabel('E-mail address').fill('ana@example.org');
  expect(await axeFindings(other, 'everything')).toEqual([]);
  await other.getByRole('button', { name: 'Send me a link' }).click();
  await other.getByText('a mail with a link is on its way').waitFor();
  const { text } = await mails.next();
  const link = /http:\S+reset-password#\S+/.exec(text)?.[0] ?? '';
  await other.goto(link);
  await other.getByRole('heading', { name: 'Choose a new password' }).waitFor();
});

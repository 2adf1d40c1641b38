import { createHash } from 'node:crypto';
import { addOrganization } from '../editing/editor.ts';
import { later, linksIn, morning, open, reminded, remindedSite, send } from './reminded-site.ts';

const site = remindedSite();

/** Whom mails came for in a morning. */
async function asked(): Promise<string[]> {
  return (await morning(site)).flatMap(({ receivers }) => receivers);
}

describe('a reminder', () => {
  it('goes to the contact of an organization at nine, in both languages, as text', async () => {
    const { mail, document } = await reminded(site, { name: 'Casa "Ana" <b>& Friends</b>' });
    expect(mail.receivers).toEqual([document.email]);
    expect(mail.headers).toMatchObject({
      subject: expect.stringContaining('Casa "Ana" <b>& Friends</b>: is this still right? / Casa'),
      'content-type': 'text/plain; charset=utf-8',
      'auto-submitted': 'auto-generated',
    });
    expect(mail.text).toContain('Casa "Ana" <b>& Friends</b> está en Amparo');
    const links = linksIn(mail);
    const token = links[0]?.split('/').at(-1);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(links).toEqual([
      ...[`/confirm/en/${token}`, `/confirm/en/${token}/unsubscribe`],
      ...[`/confirm/es/${token}`, `/confirm/es/${token}/unsubscribe`],
    ]);
    expect(mail.headers['list-unsubscribe']).toBe(
      `<https://amparo.test/confirm/en/${token}/unsubscribe>`,
    );
    expect(mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    // Only its hash is stored.
    const stored = await site.at.db.query(`SELECT encode(hash, 'hex') AS hash FROM reminder_link`);
    const hash = createHash('sha256').update(String(token)).digest('hex');
    expect(stored).toContainEqual({ hash });
  });

  it('goes out once in 90 days', async () => {
    const { document } = await reminded(site, { email: 'often@example.org' });
    later(site, 89);
    expect(await asked()).not.toContain(document.email);
    later(site, 91);
    expect(await asked()).toContain(document.email);
  });

  it('goes to nobody without something due, without an address, or that is closed', async () => {
    const { body } = await addOrganization(site.editor, { email: 'fresh@example.org' });
    const verification = { outcome: 'still_right', method: 'phone', note: null };
    const date = new Date().toISOString().slice(0, 10);
    await site.editor.post(
      `/v1/admin/organizations/${body.id}/verifications`,
      { ...verification, date },
      { 'if-match': '"1"' },
    );
    await addOrganization(site.editor, { email: null });
    await addOrganization(site.editor, {
      email: 'closed@example.org',
      status: 'closed',
      closure: { closed_on: null, what_happened: 'It closed.', still_there: null },
    });
    expect(await asked()).toEqual([]);
  });

  it('is not sent to an address that would name other receivers', async () => {
    const { body } = await addOrganization(site.editor, { email: 'bad@example.org' });
    await site.at.db.query(
      `UPDATE organization SET email = E'bad@example.org\\r\\nBcc: x@example.org' WHERE id = $1`,
      [body.id],
    );
    expect(await asked()).toEqual([]);
  });
});

describe('unsubscribing', () => {
  it('needs a tap on the page, whatever language', async () => {
    const { mail, id } = await reminded(site);
    const [, english = '', , spanish = ''] = linksIn(mail);
    for (const path of [english, spanish]) expect((await open(site, path)).status).toBe(200);
    const wants = async () =>
      await site.at.db.query(
        `SELECT opted_out_at IS NULL AS wants FROM reminder WHERE organization_id = $1`,
        [id],
      );
    expect(await wants()).toEqual([{ wants: true }]);
    const { status, text } = await send(site, spanish);
    expect([status, text.includes('No volveremos a escribir')]).toEqual([200, true]);
    expect(await wants()).toEqual([{ wants: false }]);
  });

  it('is one click in a mail program (RFC 8058), also with a link that was used or is too old', async () => {
    const { mail, document } = await reminded(site, { email: 'stop@example.org' });
    const [, unsubscribe = ''] = linksIn(mail);
    later(site, 40);
    const body = { 'List-Unsubscribe': 'One-Click' };
    const response = await send(site, unsubscribe, body).unset('origin');
    expect(response.status).toBe(200);
    later(site, 91);
    expect(await asked()).not.toContain(document.email);
  });

  it('is possible with a link for half a year, after which it is forgotten', async () => {
    const { mail } = await reminded(site);
    const [, unsubscribe = ''] = linksIn(mail);
    later(site, 179);
    await morning(site);
    expect((await open(site, unsubscribe)).status).toBe(200);
    later(site, 181);
    await morning(site);
    expect((await open(site, unsubscribe)).status).toBe(404);
  });

  it('is not possible with a link that there never was', async () => {
    const path = `/confirm/en/${'a'.repeat(43)}/unsubscribe`;
    expect((await send(site, path)).status).toBe(404);
  });
});

import { addSpeedDial } from '#directory';
import { languages } from '#site';
import { revision } from '../editing/editor.ts';
import {
  confirm,
  later,
  linksIn,
  open,
  reminded,
  remindedSite,
  send,
  shownVersion,
} from './reminded-site.ts';

const site = remindedSite();

const published = async (slug: string) => {
  await site.at.settle();
  return (await site.at.api.get(`/v1/organizations/${slug}`)).body;
};
const recordOf = async (id: string) =>
  (await site.editor.get(`/v1/admin/organizations/${id}`)).body;
const isDue = async (id: string) => {
  const path = '/v1/admin/verification-queue?kind=organization&limit=20';
  let next = '';
  for (;;) {
    const { body } = await site.editor.get(path + next);
    if (body.items.some(({ record }: { record: { id: string } }) => record.id === id)) return true;
    if (body.next === null) return false;
    next = `&cursor=${encodeURIComponent(body.next)}`;
  }
};

describe('the page of a link', () => {
  it('shows what the public sees, and opening it confirms nothing', async () => {
    const { link, id, document } = await reminded(site);
    const { status, text, headers } = await open(site, link);
    expect(status).toBe(200);
    for (const shown of [document.name, '1 Test Street', 'In the mornings', 'A passport']) {
      expect(text).toContain(shown);
    }
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['content-security-policy']).toContain("form-action 'self'");
    expect(text).toContain('<meta name="robots" content="noindex"/>');
    expect(text).not.toContain('<script');
    for (let n = 0; n < 3; n++) await open(site, link);
    expect((await recordOf(id)).verified_at).toBeNull();
  });

  it('is there in every language, with links to the others', async () => {
    const { link } = await reminded(site);
    for (const [language, { direction }] of Object.entries(languages)) {
      const path = link.replace('/en/', `/${language}/`);
      const { status, text } = await open(site, path);
      expect([language, status]).toEqual([language, 200]);
      expect(text).toContain(`<html lang="${language}" dir="${direction}">`);
      for (const other of Object.keys(languages)) {
        expect(text).toContain(`href="${link.replace('/en/', `/${other}/`)}"`);
      }
    }
    expect((await open(site, link.replace('/en/', '/xx/'))).status).toBe(404);
  });

  it('shows no private address, no code and no place that closed', async () => {
    const { link, id, document } = await reminded(site);
    const [place] = document.places;
    const { body } = await site.editor.put(
      `/v1/admin/organizations/${id}`,
      { document: { ...document, places: [{ ...place, visibility: 'area' }] }, revision },
      1,
    );
    expect(body.document.places[0].addresses[0].address_1).toBe('1 Test Street');
    await site.at.db.transaction((manager) =>
      addSpeedDial(manager, document.slug, { code: '5512#', note: null, scope: null }),
    );
    const { text } = await open(site, link);
    expect(text).toContain('El Paso');
    for (const secret of ['1 Test Street', '79901', '5512', 'A ramp', '31.77']) {
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    }
    expect((await confirm(site, link)).status).toBe(200);
    const [code] = await site.at.db.query(
      `SELECT status, verified_at FROM speed_dial WHERE organization_id = $1`,
      [id],
    );
    expect(code).toEqual({ status: 'unverified', verified_at: null });
    // Somebody still has to ask about what was not shown.
    expect(await isDue(id)).toBe(true);
    expect((await recordOf(id)).document.places[0]).toMatchObject({ visibility: 'area' });
  });

  it('shows a name as it was written', async () => {
    const { link } = await reminded(site, { name: '<img src=x onerror=alert(1)>' });
    const { text } = await open(site, link);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).not.toContain('<img src=x');
  });

  it('is a page that says so for a link that there is not, or whose organization is gone', async () => {
    const none = await open(site, `/confirm/en/${'a'.repeat(43)}`);
    expect([none.status, none.text.includes('There is no such link')]).toEqual([404, true]);
    const { link, id } = await reminded(site);
    await site.editor.delete(`/v1/admin/organizations/${id}`, 1);
    expect((await open(site, link)).status).toBe(404);
    expect((await send(site, `${link}/still-right`, { version: 1 })).status).toBe(404);
  });
});

describe('the button', () => {
  it('confirms what was shown, once, in the name of the organization', async () => {
    const { link, id, document } = await reminded(site);
    const { status, text } = await confirm(site, link);
    expect([status, text.includes('you confirmed it today')]).toEqual([200, true]);
    expect(await published(document.slug)).toMatchObject({
      freshness: 'fresh',
      listings: [{ verified_how: 'organization', freshness: 'fresh' }],
    });
    expect(await isDue(id)).toBe(false);
    const [stored] = await site.at.db.query(
      `SELECT outcome, method, verified_by, author_id FROM verification WHERE record_id = $1`,
      [id],
    );
    expect(stored).toEqual({
      ...{ outcome: 'still_right', method: 'organization' },
      ...{ verified_by: 'The organization itself', author_id: null },
    });
    const [{ entry }] = await site.at.db.query(`SELECT entry FROM audit ORDER BY seq DESC LIMIT 1`);
    expect(JSON.parse(entry)).toMatchObject({ action: 'still_right', by: null, id });
    const { verified_at } = await recordOf(id);
    later(site, 1);
    expect((await open(site, link)).status).toBe(410);
    expect((await send(site, `${link}/still-right`, { version: 2 })).status).toBe(410);
    expect((await recordOf(id)).verified_at).toBe(verified_at);
  });

  it('confirms once where it is tapped twice at the same time', async () => {
    const { link, id } = await reminded(site);
    const taps = [1, 2, 3].map(() => send(site, `${link}/still-right`, { version: 1 }));
    const statuses = (await Promise.all(taps)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 410, 410]);
    const rows = await site.at.db.query(`SELECT FROM verification WHERE record_id = $1`, [id]);
    expect(rows).toHaveLength(1);
  });

  it('confirms nothing that was changed since the page was opened, and shows it again', async () => {
    const { link, id, document } = await reminded(site);
    const before = shownVersion((await open(site, link)).text);
    const changed = { ...document, description: 'Something else altogether.' };
    await site.editor.put(`/v1/admin/organizations/${id}`, { document: changed, revision }, 1);
    const again = await send(site, `${link}/still-right`, { version: before });
    expect(again.status).toBe(409);
    expect(again.text).toContain('This was changed after you opened it');
    expect(again.text).toContain('Something else altogether.');
    expect((await recordOf(id)).verified_at).toBeNull();
    const version = shownVersion(again.text);
    expect((await send(site, `${link}/still-right`, { version })).status).toBe(200);
    expect((await recordOf(id)).verified_at).not.toBeNull();
  });

  it('confirms nothing after 30 days', async () => {
    const { link, id } = await reminded(site);
    later(site, 31);
    const { status, text } = await open(site, link);
    expect([status, text.includes('This link is too old')]).toEqual([410, true]);
    expect((await send(site, `${link}/still-right`, { version: 1 })).status).toBe(410);
    expect((await recordOf(id)).verified_at).toBeNull();
  });

  it('counts from our own pages alone, also in browsers that say nothing but null', async () => {
    const { link, id } = await reminded(site);
    const tap = () => send(site, `${link}/still-right`, { version: 1 });
    expect((await tap().set('origin', 'https://other.example')).status).toBe(403);
    expect((await tap().set('sec-fetch-site', 'cross-site')).status).toBe(403);
    expect((await recordOf(id)).verified_at).toBeNull();
    expect((await tap()).status).toBe(200);
  });

  it('leaves neither the link nor the address of the organization in the log', async () => {
    const { link, document, mail } = await reminded(site);
    await confirm(site, link);
    await send(site, String(linksIn(mail)[1]));
    const lines = site.log.join('');
    expect(lines).toContain('/confirm/:language/:token');
    expect(lines).not.toContain(link.split('/').at(-1));
    expect(lines).not.toContain(document.email);
  });
});

describe('the form for what has changed', () => {
  it('is taken once where it is sent twice at the same time', async () => {
    const { link, id } = await reminded(site);
    const sent = [1, 2, 3].map((n) => send(site, `${link}/changed`, { text: `Change ${n}` }));
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 410, 410]);
    const rows = await site.at.db.query(`SELECT FROM suggestion WHERE record_id = $1`, [id]);
    expect(rows).toHaveLength(1);
  });

  it('is a suggestion that others review, and confirms nothing', async () => {
    const { link, id } = await reminded(site);
    const short = await send(site, `${link}/changed`, { text: ' x ' });
    expect([short.status, short.text.includes('Write between 3 and 2000')]).toEqual([400, true]);
    const { status } = await send(site, `${link}/changed`, { text: 'We moved to <b>Main</b> St.' });
    expect(status).toBe(200);
    const { body } = await site.editor.get('/v1/admin/suggestions');
    const found = body.items.filter((item: { record: { id: string } }) => item.record?.id === id);
    expect(JSON.stringify(found)).toContain('We moved to <b>Main</b> St.');
    expect(JSON.stringify(found)).toContain('From the organization itself');
    expect((await recordOf(id)).verified_at).toBeNull();
    const twice = ['Once more', 'Twice more'].map((text) =>
      send(site, `${link}/changed`, { text }),
    );
    expect((await Promise.all(twice)).map((response) => response.status)).toEqual([410, 410]);
    expect((await open(site, link)).status).toBe(410);
  });
});

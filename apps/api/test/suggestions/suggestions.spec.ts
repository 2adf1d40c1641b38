import request from 'supertest';
import { Clock } from '../../src/public/shared/state/clock.ts';
import { sharedTestApp, startTestApp } from '../support/test-app.ts';

const at = sharedTestApp({ TRUST_PROXY: 'on' });
afterAll(async () => {
  await at.db.query(`DELETE FROM suggestion`);
});

const about = { kind: 'listing', slug: 'annunciation-house' };
/** Opens the form of a page and looks at it for as long as is said. */
const openForm = async (seconds = 5): Promise<string> => {
  const { body } = await at.api.get('/v1/suggestions/form');
  const later = Date.now() + seconds * 1000;
  const clock = vi.spyOn(at.app.get(Clock), 'now').mockReturnValue(new Date(later));
  onTestFinished(() => clock.mockRestore());
  return body.opened;
};
const kept = async (): Promise<{ text: string }[]> =>
  await at.db.query(`SELECT * FROM suggestion WHERE origin = 'reader' ORDER BY made_at`);

describe('what readers say is wrong', () => {
  it('is kept for an editor, with nothing about who said it', async () => {
    const text = 'The phone number is not theirs any more.';
    const { status, body } = await at.api.post('/v1/suggestions', { ...about, text });
    expect([status, body]).toEqual([202, { state: 'open' }]);
    const [row] = await kept();
    expect(Object.keys(row ?? {}).sort()).toEqual(
      [
        ...['id', 'made_at', 'record_id', 'record_kind', 'state', 'text'],
        ...['origin', 'file_version', 'proposed', 'handled_at'],
      ].sort(),
    );
    expect(row).toMatchObject({ text, origin: 'reader', file_version: null, proposed: null });
  });

  it.each([
    [{ ...about, text: 'x' }, 400, 'text'],
    [{ ...about, text: 'x'.repeat(2001) }, 400, 'text'],
    [{ ...about, kind: 'page', text: 'closed' }, 400, 'kind'],
    [{ kind: 'listing', text: 'closed' }, 400, 'slug'],
    [{ ...about, text: 'closed', name: 'me' }, 400, 'name'],
  ])('is refused with the field that is wrong: %j', async (body, status, field) => {
    const answer = await at.api.post('/v1/suggestions', body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors.map(({ name }: { name: string }) => name)).toContain(field);
  });

  it('is opened without parameters', async () => {
    const { status, body } = await at.api.get('/v1/suggestions/form?x=1');
    expect([status, body.errors[0].name]).toEqual([400, 'x']);
  });

  it('is refused about what there is not', async () => {
    const body = { ...about, slug: 'nowhere', text: 'closed' };
    expect((await at.api.post('/v1/suggestions', body)).status).toBe(404);
  });

  it('is told by a plain form too, which leads to a page that says thank you', async () => {
    const opened = await openForm();
    const form = request(at.app.getHttpServer()).post('/es/told').type('form');
    const sent = await form.send({ kind: 'facility', slug: 'nowhere', text: 'cerrado', opened });
    expect(sent.status).toBe(404);
    expect(sent.text).toContain('<html lang="es"');
    expect(sent.text).toContain('cerrado</textarea>');
    const again = request(at.app.getHttpServer()).post('/es/told').type('form');
    const taken = await again.send({ ...about, text: 'Ya no atienden los lunes.', opened });
    expect([taken.status, taken.headers.location]).toEqual([303, '/es/told']);
    expect((await kept()).at(-1)?.text).toBe('Ya no atienden los lunes.');
    const thanks = await request(at.app.getHttpServer()).get('/es/told');
    expect(thanks.text).toContain('<meta name="robots" content="noindex"/>');
  });

  describe('is shown once more in the plain form, and not taken yet,', () => {
    const text = '<script>alert(1)</script> & "closed"';
    const send = async (fields: Record<string, string>) =>
      await request(at.app.getHttpServer())
        .post('/en/told')
        .type('form')
        .send({ ...about, text, ...fields });
    /** What a reader sends who only presses the button of the page. */
    const fieldsOf = ({ text: html }: { text: string }) => ({
      opened: /name="opened" value="([^"]+)"/.exec(html)?.[1] ?? '',
      website: '',
    });
    it.each<[string, () => Promise<Record<string, string>>]>([
      ['without the time at which it was opened', async () => ({})],
      ['sent at once', async () => ({ opened: await openForm(1) })],
      ['open for more than a day', async () => ({ opened: await openForm(25 * 60 * 60) })],
      ['with a time of its own', async () => ({ opened: `${Date.now() - 60_000}.none` })],
      [
        'with text in the field that no person sees',
        async () => ({ opened: await openForm(), website: 'https://spam.test' }),
      ],
    ])('%s', async (_, fields) => {
      const before = (await kept()).length;
      const first = await send(await fields());
      expect([first.status, first.headers['cache-control']]).toEqual([200, 'private, no-store']);
      expect(first.text).toContain(
        '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;closed&quot;',
      );
      expect(first.text).not.toContain('<script>alert');
      expect(await kept()).toHaveLength(before);
      const now = at.app.get(Clock).now().getTime();
      const clock = vi.spyOn(at.app.get(Clock), 'now').mockReturnValue(new Date(now + 5_000));
      onTestFinished(() => clock.mockRestore());
      expect((await send(fieldsOf(first))).status).toBe(303);
      expect((await kept()).at(-1)?.text).toBe(text);
    });
  });

  describe('has limits', () => {
    const from = async (sender: string, slug = about.slug): Promise<number> => {
      const body = { ...about, slug, text: 'closed' };
      const headers = { 'x-forwarded-for': sender };
      const { status, headers: sent } = await at.api.post('/v1/suggestions', body, headers);
      if (status === 429) expect(sent['retry-after']).toBe('3600');
      return status;
    };
    const times = (count: number, status: number) => Array.from({ length: count }, () => status);
    afterEach(async () => {
      await at.db.query(`DELETE FROM suggestion`);
    });

    it('for each sender, and for nobody else', async () => {
      const network = '2001:db8:1:2';
      const sent: number[] = [];
      for (let n = 1; n <= 12; n++) sent.push(await from(`${network}::${n}`));
      expect(sent).toEqual([...times(10, 202), ...times(2, 429)]);
      expect(await from('2001:db8:1:3::1')).toBe(202);
      const other = 'casa-cornelia-law-center';
      for (let n = 1; n <= 10; n++) expect(await from('198.51.100.7', other)).toBe(202);
      expect(await from('::ffff:198.51.100.7', other)).toBe(429);
      expect(await from('198.51.100.8', other)).toBe(202);
    });

    it('for each sender of the plain form', async () => {
      const opened = await openForm();
      const send = async (sender: string): Promise<number> => {
        const form = request(at.app.getHttpServer()).post('/es/told').type('form');
        form.set('x-forwarded-for', sender);
        return (await form.send({ ...about, text: 'cerrado', opened })).status;
      };
      const sent: number[] = [];
      for (let n = 1; n <= 11; n++) sent.push(await send('203.0.113.5'));
      expect(sent).toEqual([...times(10, 303), 429]);
      expect(await send('203.0.113.6')).toBe(303);
    });

    it('which suggestions of the files do not count against', async () => {
      await at.db.query(
        `INSERT INTO suggestion (record_kind, record_id, text, state, handled_at, origin,
           file_version, proposed)
         SELECT 'listing', id, 'Another version', 'declined', now(), 'file',
           encode(sha256(convert_to(n::text, 'UTF8')), 'hex'), '{}'
         FROM listing, generate_series(1, 2000) AS n WHERE slug = $1`,
        [about.slug],
      );
      expect(await from('192.0.2.150')).toBe(202);
    });

    it('for each record, also when everybody sends at once', async () => {
      const senders = Array.from({ length: 30 }, (_, n) => `192.0.2.${n}`);
      const sent = await Promise.all(senders.map((sender) => from(sender)));
      expect(sent.sort()).toEqual([...times(20, 202), ...times(10, 429)]);
      expect(await from('192.0.2.99', 'casa-cornelia-law-center')).toBe(202);
    });
  });

  it.each<[string, Record<string, string>, boolean]>([
    ['a page of ours', { 'sec-fetch-site': 'same-origin', origin: 'https://any.test' }, true],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, false],
    ['a page of a neighbor', { 'sec-fetch-site': 'same-site' }, false],
    ['an older browser', { origin: 'http://amparo.test' }, true],
    ['an older browser that hides where it is', { origin: 'null' }, true],
    ['an older browser at another site', { origin: 'https://evil.test' }, false],
    ['a program', {}, true],
  ])('comes from %s', async (_, headers, isTaken) => {
    const from = { host: 'amparo.test', 'x-forwarded-for': '192.0.2.200', ...headers };
    const { status } = await at.api.post('/v1/suggestions', { ...about, text: 'closed' }, from);
    expect(status).toBe(isTaken ? 202 : 403);
    const opened = await openForm();
    const form = request(at.app.getHttpServer()).post('/es/told').type('form').set(from);
    form.set('x-forwarded-for', '192.0.2.201');
    expect((await form.send({ ...about, text: 'cerrado', opened })).status).toBe(
      isTaken ? 303 : 403,
    );
  });

  it('is kept for a month after an editor has handled it, and for half a year if nobody has', async () => {
    const add = async (
      text: string,
      state: string,
      days: { made: number; handled: number | null },
    ) =>
      await at.db.query(
        `INSERT INTO suggestion (record_kind, record_id, text, state, made_at, handled_at)
         VALUES ('listing', gen_random_uuid(), $1, $2, now() - make_interval(days => $3),
           now() - make_interval(days => $4::integer))`,
        [text, state, days.made, days.handled],
      );
    await at.db.query(`DELETE FROM suggestion`);
    await add('old and open', 'open', { made: 181, handled: null });
    await add('open', 'open', { made: 179, handled: null });
    await add('handled long ago', 'accepted', { made: 40, handled: 31 });
    await add('handled', 'declined', { made: 300, handled: 29 });
    const url = (at.db.options as { url?: string }).url as string;
    const other = await startTestApp({}, { database: { url, drop: async () => {} } });
    onTestFinished(() => other.stop());
    expect((await kept()).map(({ text }) => text).sort()).toEqual(['handled', 'open']);
  });
});

import request from 'supertest';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();
afterAll(async () => {
  await at.db.query(`DELETE FROM suggestion`);
});

const about = { kind: 'listing', slug: 'annunciation-house' };
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
        ...['origin', 'file_version', 'proposed'],
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

  it('is refused about what there is not', async () => {
    const body = { ...about, slug: 'nowhere', text: 'closed' };
    expect((await at.api.post('/v1/suggestions', body)).status).toBe(404);
  });

  it('is told by a plain form too, which leads to a page that says thank you', async () => {
    const form = request(at.app.getHttpServer()).post('/es/told').type('form');
    const sent = await form.send({ kind: 'facility', slug: 'nowhere', text: 'cerrado' });
    expect(sent.status).toBe(404);
    expect(sent.text).toContain('<html lang="es"');
    const again = request(at.app.getHttpServer()).post('/es/told').type('form');
    const taken = await again.send({ ...about, text: 'Ya no atienden los lunes.' });
    expect([taken.status, taken.headers.location]).toEqual([303, '/es/told']);
    expect((await kept()).at(-1)?.text).toBe('Ya no atienden los lunes.');
    const thanks = await request(at.app.getHttpServer()).get('/es/told');
    expect(thanks.text).toContain('<meta name="robots" content="noindex"/>');
  });

  it('is refused for a while when the box is being filled on purpose, not by the files', async () => {
    await at.db.query(
      `INSERT INTO suggestion (record_kind, record_id, text, state, origin, file_version, proposed)
       SELECT record_kind, record_id, 'Another version', 'declined', 'file',
         encode(sha256(convert_to(n::text, 'UTF8')), 'hex'), '{}'
       FROM (SELECT * FROM suggestion LIMIT 1) AS one, generate_series(1, 500) AS n`,
    );
    const send = () => at.api.post('/v1/suggestions', { ...about, text: 'closed' });
    let last = await send();
    expect(last.status).toBe(202);
    for (let sent = 0; sent < 25 && last.status === 202; sent += 1) last = await send();
    expect(last.status).toBe(429);
    expect(last.headers['retry-after']).toBe('3600');
    expect((await kept()).length).toBeLessThanOrEqual(20);
  });
});

import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import request from 'supertest';
import type { SpeedDialRecord } from '#contract';
import { publishChange } from '#directory';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const EL_PASO = 'el-paso-service-processing-center';

const ELOY = 'eloy-detention-center';

describe('codes', () => {
  const codes = async (query = ''): Promise<string[]> => {
    const { body } = await at.api.get(`/v1/speed-dials${query}`);
    return body.items.map(({ code }: SpeedDialRecord) => code);
  };

  async function setStatus(code: string, status: string): Promise<void> {
    await at.db.transaction(async (manager) => {
      const [dial] = await manager.query(
        `SELECT id, help_line_id FROM speed_dial WHERE code = $1`,
        [code],
      );
      await manager.query(
        `UPDATE speed_dial SET status = $2,
           verified_at = CASE WHEN $2 = 'unverified' THEN NULL ELSE now() END WHERE id = $1`,
        [dial.id, status],
      );
      await publishChange(manager, 'help_line', [{ id: dial.help_line_id, action: 'updated' }]);
    });
    await at.settle();
  }

  it('say who answers, where they work, what is doubted, and what happened to them', async () => {
    const { body } = await at.api.get('/v1/speed-dials?code=9233%23');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      code: '9233#',
      status: 'unverified',
      scope: null,
      verified_at: null,
      note: expect.stringContaining('*9233#'),
      owner: { kind: 'help_line', slug: 'national-immigration-detention-hotline' },
      hours: 'Mon-Fri 08:00-20:00 Pacific',
      phones: [{ number: '+12097573733' }],
      history: [
        { status: 'blocked', date: '2019-08-07', source_url: expect.stringMatching(/^https:/) },
        { status: null, date: '2020-02-11', source_url: expect.stringMatching(/^https:/) },
      ],
    });
    expect(body.items[0].sources.length).toBeGreaterThan(2);
    const { body: one } = await at.api.get(`/v1/speed-dials/${body.items[0].id}`);
    expect(one).toEqual(body.items[0]);
  });

  it('are found by facility, service, language and status', async () => {
    expect(await codes('?service=family-reunification')).toEqual(
      expect.arrayContaining(['699#', '9116#']),
    );
    expect(await codes('?language=es')).toEqual(['9116#']);
    expect(await codes('?status=working')).toEqual([]);
    expect(await codes(`?facility=${ELOY}`)).toHaveLength(5);
    expect((await at.api.get('/v1/speed-dials?facility=nowhere')).body.errors[0].name).toBe(
      'facility',
    );
    expect((await at.api.get('/v1/speed-dials?code=hash')).body.errors[0]).toMatchObject({
      name: 'code',
      detail: expect.stringContaining('%23'),
    });
    expect((await at.api.get(`/v1/speed-dials/${randomUUID()}`)).status).toBe(404);
  });

  it('are nowhere given for use once blocked or retired', async () => {
    for (const status of ['blocked', 'retired']) {
      await setStatus('699#', status);
      expect(await codes()).not.toContain('699#');
      expect(await codes(`?facility=${ELOY}`)).not.toContain('699#');
      expect(await codes(`?status=${status}`)).toEqual(['699#']);
      const { body } = await at.api.get(`/v1/facilities/${ELOY}/help`);
      expect(JSON.stringify(body.speed_dials)).not.toContain('699#');
      const { body: lines } = await at.api.get(
        '/v1/help-lines?dialable_from=detention&include=details',
      );
      expect(JSON.stringify(lines)).not.toContain('699#');
    }
    await setStatus('699#', 'unverified');
    expect(await codes()).toContain('699#');
  });

  it('have one status, wherever they are told: with the line, and with whose line it is', async () => {
    const told = async () => {
      const { body } = await at.api.get('/v1/organizations/freedom-for-immigrants');
      return body.listings[0].speed_dials;
    };
    expect(await told()).toMatchObject([{ code: '9233#', status: 'unverified' }]);
    await setStatus('9233#', 'blocked');
    expect(await told()).toMatchObject([{ code: '9233#', status: 'blocked' }]);
    await setStatus('9233#', 'unverified');
    const rows = await at.db.query(`SELECT code FROM speed_dial GROUP BY code HAVING count(*) > 1`);
    expect(rows).toEqual([]);
  });

  it('of one facility alone are not given for another', async () => {
    await at.db.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO speed_dial_facility (speed_dial_id, facility_id)
         SELECT speed_dial.id, facility.id FROM speed_dial, facility
          WHERE code = '699#' AND facility.slug = $1`,
        [EL_PASO],
      );
      await manager.query(`UPDATE speed_dial SET scope = 'listed' WHERE code = '699#'`);
      const [{ help_line_id: id }] = await manager.query(
        `SELECT help_line_id FROM speed_dial WHERE code = '699#'`,
      );
      await publishChange(manager, 'help_line', [{ id, action: 'updated' }]);
    });
    await at.settle();
    expect(await codes(`?facility=${EL_PASO}`)).toContain('699#');
    expect(await codes(`?facility=${ELOY}`)).not.toContain('699#');
    await at.db.transaction(async (manager) => {
      await manager.query(`DELETE FROM speed_dial_facility`);
      await manager.query(`UPDATE speed_dial SET scope = 'everywhere'`);
    });
    await setStatus('699#', 'unverified');
  });

  it('come as a table too, by their media type or by name', async () => {
    const server = at.app.getHttpServer();
    const byName = await request(server).get('/v1/speed-dials?f=csv');
    expect(byName.headers['content-type']).toMatch(/^text\/csv/);
    const rows: Record<string, string>[] = parse(byName.text, { columns: true });
    expect(rows.map(({ code }) => code).sort()).toEqual((await codes()).sort());
    expect(rows.find(({ code }) => code === '#566')).toMatchObject({
      code_spelled: 'hash 5 6 6',
      status: 'unverified',
      scope: 'every facility',
      phones: 'tel:+18882721913; tel:+12022965191',
    });
    const byType = await request(server).get('/v1/speed-dials').set('accept', 'text/csv');
    expect(byType.text).toBe(byName.text);
    const refused = await request(server).get('/v1/speed-dials').set('accept', 'image/png');
    expect(refused.status).toBe(406);
  });
});

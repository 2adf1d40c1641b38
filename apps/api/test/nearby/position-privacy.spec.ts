import { pino } from 'pino';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

/** In no record, and recognized whatever is made of it. */
const SENSED = { lat: 31.468127, lon: -106.128743 };

const lines: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });

let at: OwnTestApp;
beforeAll(async () => {
  at = await startTestApp({}, { log });
});
afterAll(async () => {
  await at?.stop();
});

/** Every table that holds a text in any column of any row. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await at.db.query<{ name: string }[]>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await at.db.query(
      `SELECT count(*)::integer AS count FROM ${name} AS kept WHERE kept::text LIKE $1`,
      [`%${text}%`],
    );
    if (row.count > 0) found.push(name);
  }
  return found;
}

it('a position that was asked for is in no table and in no line of the log', async () => {
  const { lat, lon } = SENSED;
  const posted = await at.api.post('/v1/nearby', SENSED);
  const read = await at.api.get(`/v1/nearby?lat=${lat}&lon=${lon}`);
  expect([posted.status, read.status]).toEqual([200, 200]);
  for (const part of ['31.468127', '106.128743']) {
    expect([part, await tablesWith(part)]).toEqual([part, []]);
    expect(lines.join('\n')).not.toContain(part);
  }
  // Both are looked at where it would be found.
  expect(lines.join('\n')).toContain('/v1/nearby');
  expect(await tablesWith('annunciation-house')).toContain('organization');
});

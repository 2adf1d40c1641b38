import { PgBoss } from 'pg-boss';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

it('the tables of jobs are those that pg-boss needs', async () => {
  const { master } = at.db.driver as unknown as { master: import('pg').Pool };
  const executeSql = (text: string, values?: unknown[]) => master.query(text, values);
  const boss = new PgBoss({ db: { executeSql }, schema: 'pgboss', migrate: false });
  const report = await boss.detectSchemaDrift();
  expect({ ...report, extraIndexes: [] }).toMatchObject({ ok: true });
});

import { DataSource } from 'typeorm';
import { dataSourceOptions } from '#database';
import { recordEntities } from '#directory';
import { seededDatabase } from '../../../../test/database/test-databases.ts';

/** What only the migrations declare. */
const CONSTRAINT_OR_INDEX = /(DROP|ADD) CONSTRAINT|(DROP|CREATE) (UNIQUE )?INDEX/;

describe('the entities', () => {
  it('have the tables, columns, types, defaults and keys that the migrations made', async () => {
    const { url, drop } = await seededDatabase();
    const entities = Object.values(recordEntities);
    const db = await new DataSource({
      ...dataSourceOptions({ url, poolSize: 1 }),
      entities,
    } as never).initialize();
    try {
      const { upQueries } = await db.driver.createSchemaBuilder().log();
      const changes = upQueries.map(({ query }) => query);
      expect(changes.filter((query) => !CONSTRAINT_OR_INDEX.test(query))).toEqual([]);
      const primaryKeys = await db.query(
        `SELECT conrelid::regclass::text AS table, conname FROM pg_constraint
          WHERE contype = 'p' AND conrelid::regclass::text = ANY($1)`,
        [Object.keys(recordEntities)],
      );
      expect(primaryKeys.length).toBe(entities.length);
      for (const { conname } of primaryKeys) {
        expect(changes.filter((query) => query.includes(`"${conname}"`))).toEqual([]);
      }
    } finally {
      await db.destroy();
      await drop();
    }
  });
});

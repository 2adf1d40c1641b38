import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The gazetteer has counties and ports of entry too. */
export class AllowCountiesAndPorts1767225600040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE place DROP CONSTRAINT place_kind_check,
        ADD CONSTRAINT place_kind_check CHECK (kind IN
          ('city', 'postal_code', 'county', 'port_of_entry', 'region', 'country'));`);
  }

  /** The gazetteer is loaded again by the program that knows fewer kinds. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM place WHERE kind IN ('county', 'port_of_entry');
      DELETE FROM loaded_data WHERE name = 'gazetteer';
      ALTER TABLE place DROP CONSTRAINT place_kind_check,
        ADD CONSTRAINT place_kind_check
          CHECK (kind IN ('city', 'postal_code', 'region', 'country'));`);
  }
}

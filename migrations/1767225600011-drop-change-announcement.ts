import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unused: servers poll the number of the last change, which works through any pooler. */
export class DropChangeAnnouncement1767225600011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER change_announce ON change;
      DROP FUNCTION announce_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_notify('amparo_change', '');
          RETURN NULL;
        END $$;
      CREATE TRIGGER change_announce AFTER INSERT ON change
        FOR EACH STATEMENT EXECUTE FUNCTION announce_change();`);
  }
}

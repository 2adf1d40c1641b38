import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a code works in every facility is a column of its own, and no longer follows from missing
 * rows, which a deleted facility left behind. Entries of the read model have a list of the records
 * that they show, so that a changed record is found in all of them.
 */
export class AddSpeedDialScopeAndEntryReferences1767225600013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE speed_dial ADD COLUMN scope text CHECK (scope IN ('everywhere', 'listed'));
      UPDATE speed_dial SET scope = CASE
        WHEN EXISTS (SELECT FROM speed_dial_facility WHERE speed_dial_id = speed_dial.id)
        THEN 'listed' ELSE 'everywhere' END;
      ALTER TABLE speed_dial ALTER COLUMN scope SET NOT NULL;

      -- RESTRICT and not NO ACTION: a facility never goes before the codes that are limited to it,
      -- not even within a transaction that removes these afterwards.
      ALTER TABLE speed_dial_facility DROP CONSTRAINT speed_dial_facility_facility_id_fkey,
        ADD CONSTRAINT speed_dial_facility_facility_id_fkey
          FOREIGN KEY (facility_id) REFERENCES facility ON DELETE RESTRICT;
      CREATE INDEX speed_dial_facility_facility_idx ON speed_dial_facility (facility_id);`);
    await this.addScopeTriggers(runner);
    await runner.query(`
      -- refers_to has no foreign key: it also names records that are gone, until the entry is rebuilt.
      CREATE TABLE entry_reference (
        id uuid NOT NULL REFERENCES directory_card ON DELETE CASCADE,
        refers_to uuid NOT NULL,
        PRIMARY KEY (id, refers_to)
      );
      CREATE INDEX entry_reference_refers_to_idx ON entry_reference (refers_to);`);
  }

  private async addScopeTriggers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- At commit, because a code and its facilities are written one after the other. TG_ARGV[0] is
      -- the column with the id of the code. The lock lets a transaction see what another one has
      -- just removed from the same code.
      CREATE FUNCTION speed_dial_scope_is_consistent() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          changed uuid[] := ARRAY[to_jsonb(OLD)->>TG_ARGV[0], to_jsonb(NEW)->>TG_ARGV[0]];
          wrong speed_dial;
        BEGIN
          PERFORM FROM speed_dial WHERE id = ANY(changed) ORDER BY id FOR NO KEY UPDATE;
          SELECT * INTO wrong FROM speed_dial
           WHERE id = ANY(changed) AND (scope = 'listed') <>
             EXISTS (SELECT FROM speed_dial_facility WHERE speed_dial_id = speed_dial.id);
          IF FOUND THEN
            RAISE EXCEPTION 'The code % %', wrong.code, CASE wrong.scope
                WHEN 'listed' THEN 'is limited to listed facilities, but none is listed'
                ELSE 'works everywhere, but facilities are listed for it' END
              USING ERRCODE = 'check_violation', CONSTRAINT = 'speed_dial_scope_is_consistent';
          END IF;
          RETURN NULL;
        END $$;
      CREATE CONSTRAINT TRIGGER speed_dial_scope_is_consistent
        AFTER INSERT OR UPDATE ON speed_dial DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION speed_dial_scope_is_consistent('id');
      CREATE CONSTRAINT TRIGGER speed_dial_facility_scope_is_consistent
        AFTER INSERT OR UPDATE OR DELETE ON speed_dial_facility DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION speed_dial_scope_is_consistent('speed_dial_id');

      -- The foreign key refuses it too, but does not name the codes.
      CREATE FUNCTION facility_has_no_codes() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          codes text;
        BEGIN
          SELECT string_agg(code, ', ' ORDER BY code) INTO codes
            FROM speed_dial JOIN speed_dial_facility ON speed_dial_id = speed_dial.id
           WHERE facility_id = OLD.id;
          IF codes IS NOT NULL THEN
            RAISE EXCEPTION 'The facility % cannot be deleted: these codes are limited to it: %',
                OLD.slug, codes
              USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'facility_has_no_codes',
                HINT = 'Change their facilities or remove them first.';
          END IF;
          RETURN OLD;
        END $$;
      CREATE TRIGGER facility_has_no_codes BEFORE DELETE ON facility
        FOR EACH ROW EXECUTE FUNCTION facility_has_no_codes();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE entry_reference;
      DROP TRIGGER facility_has_no_codes ON facility;
      DROP FUNCTION facility_has_no_codes();
      DROP TRIGGER speed_dial_facility_scope_is_consistent ON speed_dial_facility;
      DROP TRIGGER speed_dial_scope_is_consistent ON speed_dial;
      DROP FUNCTION speed_dial_scope_is_consistent();
      DROP INDEX speed_dial_facility_facility_idx;
      ALTER TABLE speed_dial_facility DROP CONSTRAINT speed_dial_facility_facility_id_fkey,
        ADD CONSTRAINT speed_dial_facility_facility_id_fkey
          FOREIGN KEY (facility_id) REFERENCES facility ON DELETE CASCADE;
      ALTER TABLE speed_dial DROP COLUMN scope;
      DELETE FROM loaded_data WHERE name = 'read_model';`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of records with slugs, and the column with the organization whose places they are. */
const TABLES = {
  organization: 'id',
  location: 'organization_id',
  help_line: 'id',
  facility: 'id',
  guide: 'id',
};

/**
 * The names that records had before lead to them: slugs that were changed, and the slugs and ids of
 * records that were merged into others. No record can take a slug that leads to another one.
 */
export class AddFormerNames1767225600017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE former_name (
        kind text NOT NULL
          CHECK (kind IN ('listing', 'organization', 'help_line', 'facility', 'guide')),
        -- A slug, or the id of a record that was merged into another one.
        name text NOT NULL,
        -- What it means now. Without a foreign key: the name of what is gone leads nowhere.
        record_id uuid NOT NULL,
        PRIMARY KEY (name, kind)
      );
      CREATE INDEX former_name_record_idx ON former_name (record_id);`);
    await this.leaveNames(runner);
    await this.refuseClashes(runner);
    for (const [table, organization] of Object.entries(TABLES)) {
      await runner.query(`
        CREATE CONSTRAINT TRIGGER slug_is_unambiguous
          AFTER INSERT OR UPDATE OF slug, ${organization} ON ${table} DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION slug_is_unambiguous('${organization}');
        -- At the end of a statement: the records that it writes can exchange their slugs.
        ALTER TABLE ${table} DROP CONSTRAINT ${table}_slug_key,
          ADD CONSTRAINT ${table}_slug_key UNIQUE (slug) DEFERRABLE;`);
    }
  }

  private async leaveNames(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Its listings are deleted with it. Until that is published, their names and what led to them
      -- lead to the organization; the slug of a place that another organization has now leads there.
      CREATE FUNCTION organization_leaves_names() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE former_name SET record_id = OLD.id FROM listing
           WHERE former_name.kind = 'listing' AND record_id = listing.id
             AND organization_id = OLD.id AND NOT EXISTS (
               SELECT FROM location
                WHERE location.id = location_id AND location.organization_id <> OLD.id);
          INSERT INTO former_name (kind, name, record_id)
          SELECT 'listing', names.name, coalesce(location.id, OLD.id)
            FROM listing
            LEFT JOIN location ON location.id = location_id AND location.organization_id <> OLD.id
            CROSS JOIN LATERAL (VALUES (listing.slug, true),
              (listing.id::text, location.id IS NULL)) AS names(name, is_left)
           WHERE listing.organization_id = OLD.id AND is_left
          ON CONFLICT (kind, name) DO UPDATE SET record_id = excluded.record_id;
          RETURN OLD;
        END $$;
      CREATE TRIGGER organization_leaves_names BEFORE DELETE ON organization
        FOR EACH ROW EXECUTE FUNCTION organization_leaves_names();

      -- Guides have no read model whose writer could see the slug that they had.
      CREATE FUNCTION guide_leaves_name() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          DELETE FROM former_name WHERE kind = 'guide' AND name = NEW.slug AND record_id = NEW.id;
          INSERT INTO former_name (kind, name, record_id) VALUES ('guide', OLD.slug, NEW.id)
          ON CONFLICT (kind, name) DO UPDATE SET record_id = excluded.record_id;
          RETURN NULL;
        END $$;
      CREATE TRIGGER guide_leaves_name AFTER UPDATE OF slug ON guide
        FOR EACH ROW WHEN (OLD.slug <> NEW.slug) EXECUTE FUNCTION guide_leaves_name();`);
  }

  private async refuseClashes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What else a slug leads to; null: nothing. Organizations and places have their slugs in common,
      -- because either can become that of a listing.
      CREATE FUNCTION other_meaning(of_table text, of_id uuid, of_slug text, of_organization uuid)
      RETURNS text LANGUAGE sql STABLE AS $$
        SELECT 'the slug of the organization ' || slug FROM organization
         WHERE of_table = 'location' AND slug = of_slug AND id <> of_organization
        UNION ALL
        SELECT 'the slug of a place of the organization ' || organization.slug
          FROM location JOIN organization ON organization.id = organization_id
         WHERE of_table = 'organization' AND location.slug = of_slug AND organization_id <> of_id
        UNION ALL
        SELECT 'a former slug of the organization ' || organization.slug
          FROM former_name LEFT JOIN location ON location.id = record_id
          JOIN organization ON organization.id = coalesce(organization_id, record_id)
         WHERE of_table IN ('organization', 'location') AND kind IN ('listing', 'organization')
           AND former_name.name = of_slug AND organization.id <> of_organization
        UNION ALL
        SELECT 'a former slug of the place ' || location.slug
          FROM former_name JOIN location ON location.id = record_id
         WHERE of_table = 'location' AND kind = 'listing' AND former_name.name = of_slug
           AND location.id <> of_id
        UNION ALL
        SELECT format('a former slug of the %s %s', replace(kind, '_', ' '), record.slug)
          FROM former_name JOIN (
            SELECT id, slug FROM help_line UNION ALL SELECT id, slug FROM facility
            UNION ALL SELECT id, slug FROM guide) AS record ON record.id = record_id
         WHERE kind = of_table AND former_name.name = of_slug AND record_id <> of_id
        LIMIT 1
      $$;

      -- When the change is published or else at commit, because records can exchange their slugs one
      -- after the other: by then the record may have another slug than the one that was written. The
      -- lock is that of the change sequence, which a writer holds by then: none misses what another
      -- one writes. Nearly every slug leads nowhere else, which is found out first. TG_ARGV[0] is the
      -- column with the organization.
      CREATE FUNCTION slug_is_unambiguous() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          owner uuid := NEW.id;
          is_same boolean := TG_OP = 'UPDATE' AND OLD.slug = NEW.slug;
          present record;
          meaning text;
        BEGIN
          IF TG_TABLE_NAME = 'location' THEN
            owner := NEW.organization_id;
            is_same := is_same AND OLD.organization_id = owner;
          END IF;
          IF is_same THEN
            RETURN NULL;
          END IF;
          PERFORM pg_advisory_xact_lock(7267277);
          IF NOT EXISTS (SELECT FROM former_name WHERE name = NEW.slug)
             AND NOT EXISTS (SELECT FROM organization WHERE slug = NEW.slug AND id <> owner)
             AND NOT EXISTS (SELECT FROM location WHERE slug = NEW.slug AND organization_id <> owner) THEN
            RETURN NULL;
          END IF;
          EXECUTE format('SELECT id, slug, %I AS organization FROM %I WHERE id = $1',
            TG_ARGV[0], TG_TABLE_NAME) INTO present USING NEW.id;
          meaning := other_meaning(TG_TABLE_NAME, present.id, present.slug, present.organization);
          IF meaning IS NOT NULL THEN
            RAISE EXCEPTION 'The % % cannot have this slug, which is %',
                replace(TG_TABLE_NAME, '_', ' '), present.slug, meaning
              USING ERRCODE = 'unique_violation', CONSTRAINT = 'slug_is_unambiguous',
                TABLE = TG_TABLE_NAME, COLUMN = 'slug';
          END IF;
          RETURN NULL;
        END $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(TABLES)) {
      await runner.query(`
        DROP TRIGGER slug_is_unambiguous ON ${table};
        ALTER TABLE ${table} DROP CONSTRAINT ${table}_slug_key,
          ADD CONSTRAINT ${table}_slug_key UNIQUE (slug);`);
    }
    await runner.query(`
      DROP TRIGGER guide_leaves_name ON guide;
      DROP TRIGGER organization_leaves_names ON organization;
      DROP FUNCTION slug_is_unambiguous();
      DROP FUNCTION other_meaning(text, uuid, text, uuid);
      DROP FUNCTION guide_leaves_name();
      DROP FUNCTION organization_leaves_names();
      DROP TABLE former_name;`);
  }
}

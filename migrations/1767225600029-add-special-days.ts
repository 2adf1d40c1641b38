import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schedules have days on which other hours apply than in every week, such as holidays. */
export class AddSpecialDays1767225600029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE schedule
        ADD COLUMN valid_from date,
        ADD COLUMN valid_to date,
        DROP CONSTRAINT schedule_freq_check,
        ALTER COLUMN byday DROP NOT NULL,
        ALTER COLUMN opens_at DROP NOT NULL,
        ALTER COLUMN closes_at DROP NOT NULL,
        ADD CONSTRAINT schedule_is_weekly_or_of_special_days CHECK (CASE freq
          WHEN 'WEEKLY' THEN num_nulls(byday, opens_at, closes_at) = 0
            AND num_nonnulls(valid_from, valid_to) = 0
          ELSE freq IN ('DAILY', 'YEARLY') AND byday IS NULL
            AND num_nulls(valid_from, valid_to) = 0 AND valid_from <= valid_to
            AND num_nulls(opens_at, closes_at) IN (0, 2) END);

      -- With special days a listing has rows of its services.
      ALTER TABLE listing ADD COLUMN special_days jsonb;
      ALTER TABLE listing_service ADD COLUMN special_days jsonb;

      -- The week that applies on a day: of the first special days that have it; null if none has.
      CREATE FUNCTION special_week(special_days jsonb, day date) RETURNS int4multirange
        LANGUAGE sql STABLE PARALLEL SAFE STRICT
        RETURN (
          SELECT (entry ->> 'week')::int4multirange
            FROM jsonb_array_elements(special_days) WITH ORDINALITY AS listed(entry, position),
                 to_char(day, 'YYYY-MM-DD') AS on_day,
                 substr(entry ->> 'from', 6) AS first,
                 substr(entry ->> 'to', 6) AS last
           WHERE CASE
               WHEN NOT (entry ->> 'yearly')::boolean
                 THEN on_day BETWEEN entry ->> 'from' AND entry ->> 'to'
               WHEN first <= last THEN substr(on_day, 6) BETWEEN first AND last
               ELSE substr(on_day, 6) >= first OR substr(on_day, 6) <= last END
           ORDER BY position LIMIT 1);
      DELETE FROM loaded_data WHERE name = 'read_model';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION special_week(jsonb, date);
      ALTER TABLE listing_service DROP COLUMN special_days;
      ALTER TABLE listing DROP COLUMN special_days;
      DELETE FROM schedule WHERE freq <> 'WEEKLY';
      ALTER TABLE schedule
        DROP CONSTRAINT schedule_is_weekly_or_of_special_days,
        DROP COLUMN valid_from, DROP COLUMN valid_to,
        ALTER COLUMN byday SET NOT NULL,
        ALTER COLUMN opens_at SET NOT NULL,
        ALTER COLUMN closes_at SET NOT NULL,
        ADD CONSTRAINT schedule_freq_check CHECK (freq = 'WEEKLY');
      DELETE FROM loaded_data WHERE name = 'read_model';`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const methods = (names: string) => `
  ALTER TABLE verification DROP CONSTRAINT verification_method_check,
    ADD CONSTRAINT verification_method_check CHECK (method IN (${names}));`;

/** Organizations are asked by mail whether what the directory says of them is still right. */
export class AddReminders1767225600026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Without a reference, so that nobody is asked again because a record was restored.
      CREATE TABLE reminder (
        organization_id uuid PRIMARY KEY,
        -- When it was asked last.
        asked_at timestamptz,
        -- Since when it wants no more mails.
        opted_out_at timestamptz
      );

      -- The links in the mails, each of which is good once; unsubscribing by one is always possible.
      CREATE TABLE reminder_link (
        -- SHA-256 of the token in the link.
        hash bytea PRIMARY KEY,
        organization_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX reminder_link_expires_idx ON reminder_link (expires_at);

      ${methods(`'phone', 'visit', 'email', 'website', 'other', 'organization'`)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE verification SET method = 'other' WHERE method = 'organization';
      ${methods(`'phone', 'visit', 'email', 'website', 'other'`)}
      DROP TABLE reminder_link, reminder;`);
  }
}

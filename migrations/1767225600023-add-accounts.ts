import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The people who keep the records, and their access tokens. */
export class AddAccounts1767225600023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account_user (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        email text NOT NULL UNIQUE,
        email_verified boolean NOT NULL DEFAULT false,
        image text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        two_factor_enabled boolean NOT NULL DEFAULT false,
        role text NOT NULL DEFAULT 'contributor'
          CHECK (role IN ('contributor', 'editor', 'reviewer', 'administrator')),
        banned boolean NOT NULL DEFAULT false,
        ban_reason text,
        ban_expires timestamptz,
        -- The records that an editor may edit.
        scope_organizations uuid[] NOT NULL DEFAULT '{}',
        scope_regions text[] NOT NULL DEFAULT '{}',
        -- Whether the streets and exact points of private places are shown.
        confidential_read boolean NOT NULL DEFAULT false
      );

      CREATE TABLE account_token (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL REFERENCES account_user ON DELETE CASCADE,
        name text NOT NULL,
        -- SHA-256 of the token.
        hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL CHECK (expires_at <= created_at + interval '90 days')
      );
      CREATE INDEX account_token_user_idx ON account_token (user_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE account_token, account_user;`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The people who keep the records: how they sign in, their sessions and their access tokens. */
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
        expires_at timestamptz NOT NULL CHECK (expires_at <= created_at + interval '90 days'),
        -- The most that it may do, whatever its owner may do; null: as much as its owner.
        max_role text CHECK (max_role IN ('contributor', 'editor', 'reviewer', 'administrator')),
        confidential_read boolean NOT NULL DEFAULT true
      );
      CREATE INDEX account_token_user_idx ON account_token (user_id);`);
    await runner.query(SIGN_IN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE account_throttle, account_link, account_spent_code, account_passkey,
        account_two_factor, account_verification, account_login, account_session, account_token,
        account_user;`);
  }
}

/** The first five are those of better-auth; a test compares them with what it needs. */
const SIGN_IN = `
  CREATE TABLE account_session (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES account_user ON DELETE CASCADE,
    token text NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL,
    ip_address text,
    user_agent text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    -- How it was opened.
    method text NOT NULL DEFAULT 'password'
      CHECK (method IN ('password', 'password+code', 'passkey', 'oidc'))
  );
  CREATE INDEX account_session_user_idx ON account_session (user_id);
  CREATE INDEX account_session_expires_idx ON account_session (expires_at);

  CREATE TABLE account_login (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES account_user ON DELETE CASCADE,
    account_id text NOT NULL,
    provider_id text NOT NULL,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    -- argon2id.
    password text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (provider_id, account_id)
  );
  CREATE INDEX account_login_user_idx ON account_login (user_id);

  CREATE TABLE account_verification (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    identifier text NOT NULL,
    value text NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX account_verification_identifier_idx ON account_verification (identifier);

  CREATE TABLE account_two_factor (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL UNIQUE REFERENCES account_user ON DELETE CASCADE,
    -- Both encrypted with the secret of the server.
    secret text NOT NULL,
    backup_codes text NOT NULL,
    verified boolean DEFAULT true,
    failed_verification_count integer DEFAULT 0,
    locked_until timestamptz
  );
  CREATE INDEX account_two_factor_secret_idx ON account_two_factor (secret);

  CREATE TABLE account_passkey (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text,
    public_key text NOT NULL,
    user_id uuid NOT NULL REFERENCES account_user ON DELETE CASCADE,
    credential_id text NOT NULL UNIQUE,
    counter integer NOT NULL,
    device_type text NOT NULL,
    backed_up boolean NOT NULL,
    transports text,
    created_at timestamptz,
    aaguid text
  );
  CREATE INDEX account_passkey_user_idx ON account_passkey (user_id);

  -- Codes of authenticator apps that were used: each is good once.
  CREATE TABLE account_spent_code (
    user_id uuid NOT NULL REFERENCES account_user ON DELETE CASCADE,
    code text NOT NULL,
    spent_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, code)
  );

  -- Links that are good once: to set up the first administrator, to accept an invitation, and to
  -- choose another password.
  CREATE TABLE account_link (
    -- SHA-256 of the token in the link.
    hash bytea PRIMARY KEY,
    purpose text NOT NULL CHECK (purpose IN ('set-up', 'invitation', 'password-reset')),
    user_id uuid REFERENCES account_user ON DELETE CASCADE,
    expires_at timestamptz NOT NULL,
    CHECK ((purpose = 'set-up') = (user_id IS NULL))
  );
  CREATE INDEX account_link_user_idx ON account_link (user_id);

  -- How often something was tried, by a keyed hash of the network or account that tried it.
  CREATE TABLE account_throttle (
    key bytea PRIMARY KEY,
    count integer NOT NULL,
    until timestamptz NOT NULL
  );`;

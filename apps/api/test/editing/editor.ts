import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import type { OrganizationDocument, RecordScope, Role } from '#contract';
import type { TestApp } from '../support/test-app.ts';

/** What an account of a test may do. */
interface Rights {
  role?: Role;
  scope?: Partial<RecordScope>;
  confidential?: boolean;
}

/** Someone who is signed in. */
export interface Editor {
  id: string;
  get(path: string): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  put(path: string, body: unknown, version: number): Promise<Response>;
  delete(path: string, version: number): Promise<Response>;
}

export const revision = {
  reason: 'They called.',
  source: { url: null, what: 'A call with the office', date: '2026-11-20' },
};

/** Makes an account with a token, by default that of a reviewer who sees everything. */
export async function anEditor(
  at: Pick<TestApp, 'api' | 'db'>,
  { role = 'reviewer', scope = {}, confidential = true }: Rights = {},
): Promise<Editor> {
  const id = randomUUID();
  const token = randomBytes(32).toString('base64url');
  await at.db.query(
    `INSERT INTO account_user (id, name, email, role, scope_organizations, scope_regions,
       confidential_read) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[id, `Editor ${id}`, `${id}@example.org`, role],
      ...[scope.organizations ?? [], scope.regions ?? [], confidential],
    ],
  );
  await at.db.query(
    // Valid at whatever time a test says it is.
    `INSERT INTO account_token (user_id, name, hash, created_at, expires_at)
     VALUES ($1, 'test', $2, '2099-01-01', '2099-02-01')`,
    [id, createHash('sha256').update(token).digest()],
  );
  const authorization = { authorization: `Bearer ${token}` };
  const ifMatch = (version: number) => ({ ...authorization, 'if-match': `"${version}"` });
  return {
    id,
    get: (path) => at.api.get(path, authorization),
    post: (path, body, headers = {}) => at.api.post(path, body, { ...authorization, ...headers }),
    put: (path, body, version) => at.api.put(path, body, ifMatch(version)),
    delete: (path, version) => at.api.delete(path, { revision }, ifMatch(version)),
  };
}

/** Takes the accounts of a test away. */
export async function removeEditors(at: Pick<TestApp, 'db'>): Promise<void> {
  await at.db.query(`DELETE FROM account_user WHERE email LIKE '%@example.org'`);
}

/** Lets the loader have the bundled records back, for tests that stored them as they were. */
export async function forgetEdits(at: Pick<TestApp, 'db'>): Promise<void> {
  await at.db.transaction(async (manager) => {
    // What a migration writes does not count as edited.
    await manager.query(`SET LOCAL amparo.migrating = 'on'`);
    for (const table of ['organization', 'help_line', 'facility', 'guide']) {
      await manager.query(`UPDATE ${table} SET edited_at = NULL WHERE seed_hash IS NOT NULL`);
    }
  });
}

/** A document of an organization with two services at two places. */
export function aDocument(parts: Partial<OrganizationDocument> = {}): OrganizationDocument {
  const slug = `test-${randomUUID()}`;
  const place = randomUUID();
  const unlabeled = { source_url: null, as_of: '2026-11', type: null, label: null };
  return {
    slug,
    name: `Test ${slug}`,
    alternate_names: ['Another name'],
    description: 'Help with asylum.',
    email: 'help@example.org',
    website: 'https://example.org',
    other_websites: [{ label: 'Donations', url: 'https://example.org/give' }],
    status: 'active',
    status_note: null,
    closure: null,
    phones: [{ number: '+19155454509', extension: '5', ...unlabeled }],
    speed_dials: [],
    services: [
      {
        name: 'Legal help',
        description: null,
        status: 'active',
        eligibility: 'Adults',
        hours: 'In the mornings',
        service_types: ['legal'],
        languages: ['en', 'es'],
        regions: ['US-TX'],
        costs: ['free'],
        accepts: ['families'],
        required_documents: ['A passport'],
        schedules: [
          {
            byday: 'MO,TU',
            opens_at: '09:00',
            closes_at: '12:30',
            time_zone: 'America/Denver',
            description: 'By appointment',
          },
        ],
        phones: [],
        places: [{ place_id: place, schedules: [] }],
        translations: [
          { field: 'eligibility', language: 'es', text: 'Personas adultas', reviewed_by: null },
        ],
      },
    ],
    places: [
      {
        id: place,
        slug,
        location_type: 'physical',
        name: 'The office',
        description: null,
        visibility: 'exact',
        point: { longitude: -106.45, latitude: 31.77, precision: 'address' },
        addresses: [
          {
            address_type: 'physical',
            address_1: '1 Test Street',
            city: 'El Paso',
            region: 'US-TX',
            postal_code: '79901',
            country: 'US',
          },
        ],
        time_zone: 'America/Denver',
        as_of: '2026-11',
        accessibility: ['A ramp'],
        phones: [],
        schedules: [],
      },
    ],
    facilities: [],
    translations: [],
    confidence: 'confirmed',
    confidence_note: null,
    sources: [{ url: 'https://example.org', what: 'Its own page', date: '2026-11' }],
    ...parts,
  };
}

/** Adds an organization by the API, and returns the response. */
export async function addOrganization(
  editor: Editor,
  parts: Partial<OrganizationDocument> = {},
): Promise<Response> {
  const response = await editor.post('/v1/admin/organizations', {
    document: aDocument(parts),
    revision,
  });
  expect(response.body).toMatchObject({ version: 1 });
  return response;
}

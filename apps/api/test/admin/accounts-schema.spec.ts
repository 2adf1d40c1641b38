import { getMigrations } from 'better-auth/db/migration';
import { Authentication } from '#identity';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

it('the tables of accounts are those that better-auth needs', async () => {
  const { auth } = at.app.get(Authentication) as unknown as {
    auth: { options: Parameters<typeof getMigrations>[0] };
  };
  const { toBeCreated, toBeAdded } = await getMigrations(auth.options);
  expect([toBeCreated, toBeAdded]).toEqual([[], []]);
});

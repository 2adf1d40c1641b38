import { Authentication } from '#identity';
import { ConsoleClient } from '../accounts/console-client.ts';
import {
  anAdministrator,
  invited,
  invitedWithPasskey,
  type Person,
  removeAccounts,
  sessionOf,
  signIn,
  signInWithPasskey,
} from '../accounts/people.ts';
import { type Route, startWithRoutes } from '../accounts/registered-routes.ts';
import {
  accountRoutes,
  isOfSite,
  publicRoutes,
  type Visitor,
  visitors,
} from '../accounts/route-rights.ts';
import type { AnyRequest } from '../support/api-client.ts';
import type { OwnTestApp } from '../support/test-app.ts';

let at: OwnTestApp;
let routes: Route[];
beforeAll(async () => {
  ({ at, routes } = await startWithRoutes());
});
afterAll(async () => {
  await removeAccounts(at);
  await at.stop();
});

const NO_ID = '00000000-0000-4000-8000-000000000000';
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const isOfAccounts = ({ path }: Route) => /^\/v1\/(admin|auth)(\/|$)/.test(path);

describe('every route', () => {
  it('is one of those that are known, and the other way round', () => {
    expect(routes.filter(isOfAccounts).map(nameOf).sort()).toEqual(
      Object.keys(accountRoutes).sort(),
    );
    const others = routes.filter((route) => !isOfAccounts(route)).map(nameOf);
    expect(others.filter((name) => !isOfSite(name)).sort()).toEqual([...publicRoutes].sort());
  });

  it('lets in whom it should, and refuses all others', async () => {
    const send = await everyVisitor();
    const allowed: Record<string, Visitor[]> = {};
    for (const route of routes.filter(isOfAccounts)) {
      const name = nameOf(route);
      allowed[name] = [];
      for (const visitor of visitors) {
        const status = await send[visitor](route);
        expect([name, visitor, status < 500]).toEqual([name, visitor, true]);
        if (status !== 401 && status !== 403) allowed[name].push(visitor);
      }
    }
    expect(allowed).toEqual(accountRoutes);
  });

  it('of the library that keeps sessions is out of reach unless it is ours', async () => {
    const { auth } = at.app.get(Authentication) as unknown as {
      auth: { api: Record<string, { path?: string }> };
    };
    const paths = Object.values(auth.api).flatMap(({ path }) => (path ? [`/v1/auth${path}`] : []));
    const own = new Set(routes.map(({ path }) => path));
    const others = paths.filter((path) => !own.has(path));
    expect(others).toContain('/v1/auth/sign-up/email');
    expect(others.length).toBeGreaterThan(20);
    const client = new ConsoleClient(at);
    for (const path of others) {
      const url = path.replaceAll(/:\w+/g, 'x');
      for (const method of ['get', 'post'] as const) {
        const { status } = await client.send({ method, path: url });
        expect([url, method, status]).toEqual([url, method, 404]);
      }
    }
  });
});

/** A request to a route by each visitor; what it changes is nobody's. */
async function everyVisitor(): Promise<Record<Visitor, (route: Route) => Promise<number>>> {
  const administrator = await anAdministrator(at);
  const { token } = (await administrator.client.post('/v1/admin/tokens', { name: 'T', days: 1 }))
    .body;
  const passwordAlone = await invited(at, administrator, 'administrator');
  const scope = { organizations: [], regions: ['US-TX'] };
  const by = async (role: 'contributor' | 'editor' | 'reviewer') =>
    withPasskey(await invitedWithPasskey(at, administrator, role, { scope }));
  const nobody = new ConsoleClient(at);
  return {
    nobody: async (route) => (await nobody.send(requestTo(route))).status,
    'administrator with a password alone': async (route) => {
      if (!(await sessionOf(passwordAlone))) await signIn(passwordAlone);
      return (await passwordAlone.client.send(requestTo(route))).status;
    },
    contributor: await by('contributor'),
    editor: await by('editor'),
    reviewer: await by('reviewer'),
    administrator: withPasskey(administrator),
    'token of an administrator': async (route) => {
      const headers = { authorization: `Bearer ${token}`, 'sec-fetch-site': 'same-origin' };
      return (await at.api.send({ ...requestTo(route), headers })).status;
    },
  };
}

function withPasskey(person: Person): (route: Route) => Promise<number> {
  return async (route) => {
    // Signed out by some of the routes, and without a passkey by none.
    if (!(await sessionOf(person))) await signInWithPasskey(person);
    return (await person.client.send(requestTo(route))).status;
  };
}

function requestTo({ method, path }: Route): AnyRequest {
  const request = { path: path.replaceAll(/:\w+/g, NO_ID) };
  const lower = method.toLowerCase() as AnyRequest['method'];
  return lower === 'get' || lower === 'delete'
    ? { ...request, method: lower }
    : { ...request, method: lower, body: {} };
}

import request from 'supertest';
import { ownDatabase } from '../../../../test/database/test-databases.ts';
import { ORIGIN } from '../site/public-site.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

export interface SiteWithFormerNames {
  readonly at: OwnTestApp;
  read(path: string): request.Test;
  /** The status of a response, and where it leads if it is a redirect. */
  follow(path: string): Promise<[status: number, location?: string]>;
}

/** A server on a database of its own, whose records a file renames, merges and removes. */
export function siteWithFormerNames(): SiteWithFormerNames {
  let at: OwnTestApp;
  beforeAll(async () => {
    at = await startTestApp({ PUBLIC_URL: ORIGIN }, { database: await ownDatabase() });
  });
  afterAll(async () => {
    await at?.stop();
  });
  const read = (path: string) => request(at.app.getHttpServer()).get(path);
  return {
    get at() {
      return at;
    },
    read,
    follow: async (path) => {
      const { status, headers } = path.startsWith('/v1/')
        ? await at.api.get(path)
        : await read(path);
      return headers.location === undefined ? [status] : [status, headers.location];
    },
  };
}

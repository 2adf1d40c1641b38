import request from 'supertest';
import { sharedTestApp, type TestApp } from '../support/test-app.ts';

/** Where the site says that it is. */
export const ORIGIN = 'https://amparo.example';

/** The application that knows its own address, and how to read its pages. */
export function publicSite(): { at: TestApp; read(path: string): request.Test } {
  const at = sharedTestApp({ PUBLIC_URL: ORIGIN });
  return { at, read: (path) => request(at.app.getHttpServer()).get(path) };
}

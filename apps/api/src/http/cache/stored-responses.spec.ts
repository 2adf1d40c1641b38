import { StoredResponses } from './stored-responses.ts';

const MEGABYTE = 1024 * 1024;

const version = { sequence: -1, minute: null };
const sent = (bytes: number) => ({
  body: Buffer.alloc(bytes),
  headers: {},
  etag: '"1"',
  route: '/sitemap-1.xml',
  concern: () => true,
  record: null,
});

it('one response is not stored where many others would have to go', () => {
  const stored = new StoredResponses({ maxStaleMs: 0, markStale: (body) => body });
  const others = Array.from({ length: 16 }, (_, index) => `/v1/listings/${index}`);
  for (const key of others) stored.store(key, sent(MEGABYTE), version);
  stored.store('/sitemap-1.xml', sent(12 * MEGABYTE), version);
  expect(stored.has('/sitemap-1.xml')).toBe(false);
  expect(others.filter((key) => !stored.has(key))).toEqual([]);
});

import fc from 'fast-check';
import { rawClient } from '../support/raw-client.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const hostile = fc.oneof(
  fc.constantFrom(
    `'; DROP TABLE listing; --`,
    `" OR 1=1`,
    `<script>alert(1)</script>`,
    `\${7*7}{{7*7}}`,
    `a & b | !c <-> d:*`,
    `((((`,
    `%00`,
    `\u0000`,
    `../../etc/passwd`,
    `$1`,
    `\\`,
    `%`,
    `_`,
    `😀 ñ ß İ`,
    `\u0300`,
  ),
  fc.string({ maxLength: 60, unit: 'binary' }),
);

describe('no text', () => {
  it.each([
    '/v1/listings?q=',
    '/v1/listings?cursor=',
    '/v1/listings?bbox=',
    '/v1/listings?service=',
    '/v1/listings?language=',
    '/v1/listings/',
    '/v1/organizations/',
    '/v1/organizations?q=',
    '/v1/facilities/',
    '/v1/places?q=',
    '/v1/nearby?near=',
    '/v1/map?zoom=3&bbox=',
  ])('in %s breaks anything or comes back as markup', async (path) => {
    const ask = rawClient(at.app);
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        let encoded: string;
        try {
          encoded = encodeURIComponent(text);
        } catch {
          return;
        }
        const { status, text: body } = await ask(path + encoded);
        expect([text, status < 500]).toEqual([text, true]);
        // Nothing at all behind the slash leads to the list.
        if (text !== '' || status !== 308) expect(() => JSON.parse(body)).not.toThrow();
      }),
      { numRuns: 80 },
    );
    const { text } = await ask('/v1/listings?limit=1');
    expect(JSON.parse(text).items).toHaveLength(1);
  });
});

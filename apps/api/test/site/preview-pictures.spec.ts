import { languages } from '#site';
import { anOrganization } from '../../../../test/directory/builders.ts';
import { ORIGIN, publicSite } from './public-site.ts';

const { at, read } = publicSite();

describe('the picture of a page', () => {
  const picture = (path: string) =>
    read(path)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });

  it.each(['listing/casa-alitas', 'organization/annunciation-house', 'state/US-AZ', 'about', ''])(
    'is named by the page, and is a PNG of 1200 by 630: %s',
    async (path) => {
      for (const language of Object.keys(languages)) {
        const { text } = await read(`/${language}/${path}`);
        const image = /<meta property="og:image" content="([^"]+)"/.exec(text)?.[1] ?? '';
        expect(image.startsWith(ORIGIN)).toBe(true);
        const { status, headers, body } = await picture(image.replace(ORIGIN, ''));
        expect([image, status]).toEqual([image, 200]);
        expect(headers['content-type']).toBe('image/png');
        expect(headers['content-encoding']).toBeUndefined();
        expect(headers['cache-control']).toBe('public, max-age=3600');
        expect(body.subarray(1, 4).toString()).toBe('PNG');
        expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
        const again = await read(image.replace(ORIGIN, '')).set(
          'if-none-match',
          String(headers.etag),
        );
        expect(again.status).toBe(304);
      }
    },
  );

  it('differs in each language and for each thing, and changes when a place closes', async () => {
    const paths = ['en/listing/casa-alitas', 'es/listing/casa-alitas', 'en/state/US-AZ'];
    const { slug } = await anOrganization(at.db, { name: 'Soon closed' });
    await at.settle();
    const pictures = await Promise.all(
      [...paths, `en/listing/${slug}`].map(async (path) => {
        const { body } = await picture(`/preview/${path}.png`);
        return (body as Buffer).toString('base64');
      }),
    );
    expect(new Set(pictures).size).toBe(4);
    const closed = await anOrganization(at.db, { name: 'Soon closed', status: 'closed' });
    await at.settle();
    const { body } = await picture(`/preview/en/listing/${closed.slug}.png`);
    expect(body.toString('base64')).not.toBe(pictures[3]);
  });

  it.each([
    '/preview/en/listing/nope.png',
    '/preview/xx/listing/casa-alitas.png',
    '/preview/en/listing/casa-alitas.svg',
    '/preview/en/nope.png',
    '/preview/',
  ])('that nobody has is not there: %s', async (path) => {
    expect((await read(path)).status).toBe(404);
  });

  it('bears any name', async () => {
    for (const name of ['x'.repeat(500), '<&"\'>', 'Año '.repeat(80), '\u202e\u0007 😀']) {
      const { slug } = await anOrganization(at.db, { name });
      await at.settle();
      expect((await picture(`/preview/en/organization/${slug}.png`)).status).toBe(200);
    }
  });
});

import fc from 'fast-check';
import { emptySearch, formatPageUrl, type PageUrl, pageUrl, parsePageUrl } from './page-url.ts';

const read = (address: string) => {
  const { pathname, search } = new URL(address, 'http://localhost');
  return parsePageUrl(pathname, search);
};

it('reads back what it wrote, whatever a person typed', () => {
  const typed = fc.string({ unit: 'grapheme' }).map((text) => text.trim());
  fc.assert(
    fc.property(typed, fc.constantFrom('', 'legal'), (near, service) => {
      const search = { ...emptySearch, near, service };
      const address: PageUrl = { language: 'es', page: 'search', name: '', search };
      expect(read(formatPageUrl(address))).toEqual(address);
    }),
  );
});

it.each<[string, Partial<PageUrl>]>([
  ['/en/', { language: 'en', page: 'search' }],
  ['/es/listing/casa-alitas', { language: 'es', page: 'listing', name: 'casa-alitas' }],
  ['/en/state/US-AZ?cursor=abc', { page: 'state', name: 'US-AZ' }],
  ['/en/help-lines', { page: 'help-lines', name: '' }],
  ['/en/listing', { page: 'missing' }],
  ['/en/about/us', { page: 'missing' }],
  ['/en/listing/a/b', { page: 'missing' }],
  ['/en/%E0%A4%A', { page: 'missing' }],
])('understands %s', (address, parts) => {
  expect(read(address)).toMatchObject(parts);
});

it('is nothing without a language of the site', () => {
  expect(read('/xx/about')).toBeNull();
  expect(read('/v1/listings')).toBeNull();
});

it('leaves out what is empty', () => {
  expect(pageUrl('en', 'search')).toBe('/en/');
  expect(pageUrl('es', 'search', '', { near: 'El Paso' })).toBe('/es/?near=El+Paso');
  expect(pageUrl('en', 'organization', 'a b')).toBe('/en/organization/a%20b');
});

it('has no room for a position', () => {
  expect(read('/en/?lat=31.7&lon=-106.4')?.search).toEqual(emptySearch);
});

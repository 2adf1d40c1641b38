import { randomUUID } from 'node:crypto';
import type { SeedRecords } from '#seed';
import {
  load,
  named,
  removeOrganization,
  renameFacility,
  renameOrganization,
} from '../support/load-records.ts';
import { siteWithFormerNames } from './support.ts';

const site = siteWithFormerNames();

const HOUSE = 'annunciation-house';
const ANGELS = 'border-angels';
const ELOY = 'eloy-detention-center';

async function loadRecords(change?: (records: SeedRecords) => void): Promise<void> {
  await load(site.at.db, change);
  await site.at.settle();
}

/** Loads the files as they are again, so that the tests do not depend on each other. */
afterEach(async () => {
  await loadRecords();
  await site.at.db.query('DELETE FROM former_name');
});

const qrCode = (page: string) => `/qr.svg?${new URLSearchParams({ page })}`;

it('an organization with a second office keeps the id, the URL and the code of the first', async () => {
  const { read } = site;
  const before = (await site.at.api.get(`/v1/listings/${HOUSE}`)).body;
  const code = String((await read(qrCode(`/es/listing/${HOUSE}`))).body);
  await loadRecords(({ organizations }) => {
    const { locations } = named(organizations, HOUSE);
    const office = { ...named(locations, HOUSE), id: randomUUID(), slug: `${HOUSE}-tucson` };
    locations.unshift({ ...office, city: 'Tucson', region: 'US-AZ' });
  });
  for (const name of [HOUSE, before.id]) {
    const { status, body } = await site.at.api.get(`/v1/listings/${name}`);
    expect([status, body.id, body.slug, body.location.city]).toEqual([
      200,
      before.id,
      HOUSE,
      'El Paso',
    ]);
  }
  for (const language of ['en', 'es']) {
    expect((await read(`/${language}/listing/${HOUSE}`)).status).toBe(200);
  }
  expect(String((await read(qrCode(`/es/listing/${HOUSE}`))).body)).toBe(code);
  const { body } = await site.at.api.get(`/v1/organizations/${HOUSE}`);
  expect(body.listings.map(({ slug }: { slug: string }) => slug)).toEqual([
    HOUSE,
    `${HOUSE}-tucson`,
  ]);
});

describe('a slug that was changed in the files leads to the present one', () => {
  const rename = (records: SeedRecords) => {
    renameOrganization(records, ANGELS, 'angels');
    renameFacility(records, ELOY, 'eloy');
    named(records['help-lines'], 'findhello').slug = 'hello';
    named(records.guides, 'cbp-one').slug = 'the-app';
  };

  it('in the API, with its query', async () => {
    await loadRecords(rename);
    for (const [path, location] of [
      [`/v1/listings/${ANGELS}`, '/v1/listings/angels'],
      [`/v1/listings/${ANGELS}?f=geojson`, '/v1/listings/angels?f=geojson'],
      [`/v1/organizations/${ANGELS}`, '/v1/organizations/angels'],
      [`/v1/help-lines/findhello`, '/v1/help-lines/hello'],
      [`/v1/facilities/${ELOY}?f=json`, '/v1/facilities/eloy?f=json'],
      [`/v1/facilities/${ELOY}/help`, '/v1/facilities/eloy/help'],
      [`/v1/speed-dials?facility=${ELOY}&limit=5`, '/v1/speed-dials?facility=eloy&limit=5'],
      [`/v1/guides/cbp-one?language=es`, '/v1/guides/the-app?language=es'],
    ] as const) {
      expect([path, await site.follow(path)]).toEqual([path, [308, location]]);
      expect([location, await site.follow(location)]).toEqual([location, [200]]);
    }
  });

  it.each(['en', 'es'])('on the site, in every language: %s', async (language) => {
    await loadRecords(rename);
    for (const [path, location] of [
      [`listing/${ANGELS}`, 'listing/angels'],
      [`listing/${ANGELS}?utm_source=paper`, 'listing/angels?utm_source=paper'],
      [`organization/${ANGELS}`, 'organization/angels'],
      [`facility/${ELOY}`, 'facility/eloy'],
      [`wallet/${ELOY}`, 'wallet/eloy'],
      ['guide/cbp-one?near=El+Paso', 'guide/the-app?near=El+Paso'],
    ].map(([from, to]) => [`/${language}/${from}`, `/${language}/${to}`] as const)) {
      expect([path, await site.follow(path)]).toEqual([path, [308, location]]);
      expect([location, await site.follow(location)]).toEqual([location, [200]]);
    }
    const preview = (slug: string) => `/preview/${language}/listing/${slug}.png`;
    expect(await site.follow(preview(ANGELS))).toEqual([308, preview('angels')]);
    const page = (slug: string) => qrCode(`/${language}/listing/${slug}`);
    expect(await site.follow(page(ANGELS))).toEqual([308, page('angels')]);
    expect(await site.follow(page('angels'))).toEqual([200]);
  });

  it('in a redirect that is stored as long as the response would be, and by nobody who may not', async () => {
    await loadRecords(rename);
    const cacheOf = async (path: string, headers = {}) =>
      (await site.read(path).set(headers)).headers['cache-control'];
    const minute = 'public, max-age=60, must-revalidate';
    expect(await cacheOf(`/v1/listings/${ANGELS}`)).toBe(minute);
    expect(await cacheOf(`/en/listing/${ANGELS}`)).toBe(minute);
    expect(await cacheOf(`/preview/en/listing/${ANGELS}.png`)).toBe('public, max-age=3600');
    expect(await cacheOf(`/v1/listings/${ANGELS}`, { cookie: 'a=b' })).toBe('private, no-store');
    const { headers } = await site.read(`/v1/listings/${ANGELS}`);
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('in one step, however often it was changed, until something has it again', async () => {
    const called = async (slug: string) => {
      await loadRecords((records) => renameOrganization(records, ANGELS, slug));
    };
    await called('angels');
    await called('border-angels-of-san-diego');
    for (const slug of [ANGELS, 'angels']) {
      expect(await site.follow(`/v1/listings/${slug}`)).toEqual([
        308,
        '/v1/listings/border-angels-of-san-diego',
      ]);
    }
    await called('angels');
    expect(await site.follow('/v1/listings/angels')).toEqual([200]);
    expect(await site.follow('/v1/listings/border-angels-of-san-diego')).toEqual([
      308,
      '/v1/listings/angels',
    ]);
  });

  it('for reports from pages that are open still', async () => {
    await loadRecords(rename);
    for (const [kind, slug] of [
      ['listing', ANGELS],
      ['organization', ANGELS],
      ['facility', ELOY],
    ]) {
      const report = { kind, slug, text: 'It has moved.' };
      expect((await site.at.api.post('/v1/suggestions', report)).status).toBe(202);
    }
    await site.at.db.query(`DELETE FROM suggestion WHERE origin = 'reader'`);
  });
});

describe('the listing of an organization without a place', () => {
  const FREEDOM = 'freedom-for-immigrants';
  const office = (records: SeedRecords, slug: string) => ({
    ...named(named(records.organizations, ANGELS).locations, ANGELS),
    id: randomUUID(),
    slug,
  });

  it('leads to its first place', async () => {
    const { id } = (await site.at.api.get(`/v1/listings/${FREEDOM}`)).body;
    await loadRecords((records) => {
      named(records.organizations, FREEDOM).locations = [office(records, 'freedom-san-diego')];
    });
    for (const name of [FREEDOM, id]) {
      expect(await site.follow(`/v1/listings/${name}`)).toEqual([
        308,
        '/v1/listings/freedom-san-diego',
      ]);
      expect(await site.follow(`/es/listing/${name}`)).toEqual([
        308,
        '/es/listing/freedom-san-diego',
      ]);
    }
    expect(await site.follow(`/v1/organizations/${id}`)).toEqual([200]);
  });

  it('leads to a place with its slug by its id', async () => {
    const { id } = (await site.at.api.get(`/v1/listings/${FREEDOM}`)).body;
    await loadRecords((records) => {
      named(records.organizations, FREEDOM).locations = [office(records, FREEDOM)];
    });
    expect(await site.follow(`/v1/listings/${FREEDOM}`)).toEqual([200]);
    expect(await site.follow(`/v1/listings/${id}`)).toEqual([308, `/v1/listings/${FREEDOM}`]);
  });

  it('is like that of a mere postal address, which gives way to the first office', async () => {
    const postal = 'no-more-deaths-no-mas-muertes';
    const { id } = (await site.at.api.get(`/v1/listings/${postal}`)).body;
    await loadRecords((records) => {
      named(records.organizations, postal).locations.push(office(records, 'no-more-deaths-office'));
    });
    for (const name of [postal, id]) {
      expect(await site.follow(`/v1/listings/${name}`)).toEqual([
        308,
        '/v1/listings/no-more-deaths-office',
      ]);
    }
  });
});

it('what was removed from the files is not found, nor what led to it', async () => {
  await loadRecords((records) => renameOrganization(records, ANGELS, 'angels'));
  await loadRecords((records) => {
    removeOrganization(records, ANGELS);
    const raices = named(records.organizations, 'raices');
    raices.locations = raices.locations.filter(({ slug }) => slug !== 'raices-houston');
  });
  for (const name of [
    `listings/${ANGELS}`,
    'listings/angels',
    `organizations/${ANGELS}`,
    'organizations/angels',
    'listings/raices-houston',
  ]) {
    expect([name, await site.follow(`/v1/${name}`)]).toEqual([name, [404]]);
  }
  expect(await site.follow('/en/listing/angels')).toEqual([404]);
});

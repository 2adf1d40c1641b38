import { validate as isUuid } from 'uuid';
import type { SeedRecord } from './record-state.ts';
import type { SeedRecords } from './seed-records.ts';

/** What the slug of a record names, in a message. */
interface Named extends SeedRecord {
  what: string;
  /** The records whose slugs must differ from it. */
  among: string;
}

/**
 * Checks that each record and each place has an id and a slug of its own, and each service an id. A place may have the slug
 * of its organization, but not that of another one: either can be that of a listing.
 *
 * @throws Error naming the record and what is wrong with it
 */
export function assertIdentities(records: SeedRecords): void {
  const named = [
    ...records.organizations.flatMap(placesOf),
    ...records.organizations.flatMap(servicesOf),
    ...ofKind('organization', records.organizations),
    ...ofKind('help line', records['help-lines']),
    ...ofKind('facility', records.facilities),
    ...ofKind('guide', records.guides),
  ];
  const ids = new Map<string, Named>();
  const slugs = new Map<string, Named>();
  for (const one of named) {
    if (!isUuid(one.id) || one.id !== one.id.toLowerCase()) {
      throw new Error(`${nameOf(one)} has no valid id, but ${one.id}: give it a new UUID.`);
    }
    assertOwn('id', ids, one.id, one);
    assertOwn('slug', slugs, `${one.among} ${one.slug}`, one);
  }
  assertUnambiguous(records);
}

function ofKind(what: string, records: SeedRecord[]): Named[] {
  return records.map(({ id, slug }) => ({ id, slug, what, among: what }));
}

function placesOf({ slug: of, locations }: SeedRecords['organizations'][number]): Named[] {
  return locations.map(({ id, slug }) => ({ id, slug, what: `place of ${of}`, among: 'place' }));
}

// Services have no slug: they are named by their ids.
function servicesOf({ slug: of, services }: SeedRecords['organizations'][number]): Named[] {
  return services.map(({ id }) => ({ id, slug: id, what: `service of ${of}`, among: 'service' }));
}

function nameOf({ what, slug }: Named): string {
  return `The ${what} ${slug}`;
}

function assertOwn(kind: 'id' | 'slug', taken: Map<string, Named>, key: string, one: Named): void {
  const other = taken.get(key);
  if (other) throw new Error(`${nameOf(one)} has the ${kind} of the ${other.what} ${other.slug}.`);
  taken.set(key, one);
}

function assertUnambiguous({ organizations }: SeedRecords): void {
  const slugs = new Set(organizations.map(({ slug }) => slug));
  for (const { slug: own, locations } of organizations) {
    const taken = locations.find(({ slug }) => slug !== own && slugs.has(slug));
    if (taken)
      throw new Error(`A place of ${own} has the slug of another organization: ${taken.slug}.`);
  }
}

import { readGuides, type SeedGuide } from './guides.ts';
import { type RecordFiles, readRecords } from './records.ts';

/** All that the files of this folder contain. */
export interface SeedRecords extends RecordFiles {
  guides: SeedGuide[];
}

/** @throws Error naming a guide that cannot be read */
export function readSeedRecords(): SeedRecords {
  return {
    regions: readRecords('regions'),
    'service-types': readRecords('service-types'),
    organizations: readRecords('organizations'),
    translations: readRecords('translations'),
    'help-lines': readRecords('help-lines'),
    facilities: readRecords('facilities'),
    guides: readGuides(),
  };
}

/** Returns the ids of records by their slugs, by which the files refer to them. */
export function idsBySlug(records: { id: string; slug: string }[]): Map<string, string> {
  return new Map(records.map(({ id, slug }) => [slug, id]));
}

/**
 * Checks that records refer only to records of the files: a reference to another one could not be
 * stored, or would be lost when the other one is removed.
 *
 * @throws Error naming the record and what it refers to
 */
export function assertReferences(records: SeedRecords): void {
  const organizations = new Set(records.organizations.map(({ slug }) => slug));
  const facilities = new Set(records.facilities.map(({ slug }) => slug));
  const assertKnown = (known: Set<string>, slug: string, from: string) => {
    if (known.has(slug)) return;
    throw new Error(`${from} refers to ${slug}, which the records do not contain.`);
  };
  for (const { slug, organization_slug } of records['help-lines']) {
    if (organization_slug === null) continue;
    assertKnown(organizations, organization_slug, `The help line ${slug}`);
  }
  for (const { slug, facilities: served } of records.organizations) {
    for (const facility of served) {
      assertKnown(facilities, facility.slug, `The organization ${slug}`);
    }
  }
  for (const { slug, language } of records.translations) {
    assertKnown(organizations, slug, `A translation (${language})`);
  }
}

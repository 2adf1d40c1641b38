import { DataSource, type MigrationInterface } from 'typeorm';
import { onTestFinished } from 'vitest';
import { dataSourceOptions } from '#database';
import { migrations } from '#migrations';
import { loadSeed, readSeedRecords, type SeedRecords, type SeedReport } from '#seed';
import { ownDatabase } from '../../../../test/database/test-databases.ts';

/** The report of a load that found nothing to do. */
export const NOTHING: SeedReport = {
  places: 0,
  organizations: 0,
  help_lines: 0,
  facilities: 0,
  guides: 0,
  removed: 0,
  suggestions: 0,
};

const files = readSeedRecords();

/** A copy of the database with the records, gone after the test. */
export async function seededCopy(
  moreMigrations: (new () => MigrationInterface)[] = [],
): Promise<DataSource> {
  const { url, drop } = await ownDatabase();
  const known = [...migrations, ...moreMigrations];
  const options = dataSourceOptions({ url, poolSize: 1, migrations: known, queryLimitMs: 0 });
  const db = await new DataSource(options).initialize();
  onTestFinished(async () => {
    await db.destroy();
    await drop();
  });
  return db;
}

interface Load {
  report: SeedReport;
  /** What was appended to the change sequence, in its order. */
  changes: { kind: string; id: string; action: string }[];
}

/** Loads another version of the files. @param change makes it of the records as they are */
export async function load(
  db: DataSource,
  change: (records: SeedRecords) => void = () => {},
): Promise<Load> {
  const records = structuredClone(files);
  change(records);
  const [last] = await db.query(`SELECT coalesce(max(seq), 0) AS seq FROM change`);
  const report = await loadSeed(db, undefined, records);
  const changes = await db.query(
    `SELECT kind, record_id AS id, action FROM change WHERE seq > $1 ORDER BY seq`,
    [last.seq],
  );
  return { report, changes };
}

type Named = { slug: string };

/** The record with this slug. */
export function named<Record extends Named>(records: Record[], slug: string): Record {
  const found = records.find((record) => record.slug === slug);
  if (!found) throw new Error(`There is no ${slug}.`);
  return found;
}

export function remove(records: Named[], slug: string): void {
  records.splice(records.indexOf(named(records, slug)), 1);
}

/** Removes an organization with all that refers to it. */
export function removeOrganization(records: SeedRecords, organization: string): void {
  remove(records.organizations, organization);
  records.translations = records.translations.filter(({ slug }) => slug !== organization);
  for (const line of records['help-lines']) {
    if (line.organization_slug === organization) line.organization_slug = null;
  }
}

/** Removes a facility with all that refers to it. */
export function removeFacility(records: SeedRecords, facility: string): void {
  remove(records.facilities, facility);
  for (const organization of records.organizations) {
    organization.facilities = organization.facilities.filter(({ slug }) => slug !== facility);
  }
}

/** Changes the slug of an organization and of its only place, with all that refers to it. */
export function renameOrganization(records: SeedRecords, from: string, to: string): void {
  const organization = named(records.organizations, from);
  organization.slug = to;
  for (const location of organization.locations) location.slug = to;
  for (const translation of records.translations) {
    if (translation.slug === from) translation.slug = to;
  }
  for (const line of records['help-lines']) {
    if (line.organization_slug === from) line.organization_slug = to;
  }
}

/** Changes the slug of a facility, with all that refers to it. */
export function renameFacility(records: SeedRecords, from: string, to: string): void {
  named(records.facilities, from).slug = to;
  for (const statement of records.organizations.flatMap(({ facilities }) => facilities)) {
    if (statement.slug === from) statement.slug = to;
  }
}

/** The ids that a statement selects. */
export async function ids(db: DataSource, sql: string): Promise<string[]> {
  return (await db.query<{ id: string }[]>(sql)).map(({ id }) => id);
}

export async function idOf(db: DataSource, table: string, slug: string): Promise<string> {
  const [id] = await ids(db, `SELECT id FROM ${table} WHERE slug = '${slug}'`);
  return String(id);
}

/** What the files suggest, the oldest first. */
export async function fileSuggestions(
  db: DataSource,
): Promise<{ record_id: string; state: string; website: string | null; removed: boolean }[]> {
  return await db.query(
    `SELECT record_id, state, proposed->>'website' AS website, proposed IS NULL AS removed
       FROM suggestion WHERE origin = 'file' ORDER BY made_at, record_id`,
  );
}

/** All that readers are served from, as a hash by slug. */
export async function readModel(db: DataSource): Promise<{ slug: string; hash: string }[]> {
  return await db.query(
    `SELECT slug, md5(directory_card::text) AS hash FROM directory_card
     UNION ALL SELECT slug, md5(listing::text) FROM listing ORDER BY 1, 2`,
  );
}

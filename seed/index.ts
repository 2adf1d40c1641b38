import type { DataSource } from 'typeorm';
import { loadGazetteer, refreshReadModel } from '#directory';
import { differenceSuggestions, storeFileSuggestions } from './file-suggestions.ts';
import { loadFacilities } from './load-facilities.ts';
import { loadGuides } from './load-guides.ts';
import { loadHelpLines } from './load-help-lines.ts';
import { loadOrganizations } from './load-organizations.ts';
import { loadVocabulary } from './load-vocabulary.ts';
import { assertIdentities } from './record-identity.ts';
import { removeRecords } from './remove-records.ts';
import { assertReferences, readSeedRecords, type SeedRecords } from './seed-records.ts';

export {
  /** @internal for tests that load other records */
  readSeedRecords,
  type SeedRecords,
} from './seed-records.ts';

/** The number of records written of each kind. */
export interface SeedReport {
  places: number;
  organizations: number;
  help_lines: number;
  facilities: number;
  guides: number;
  /** Records and guides that were removed because the files no longer contain them. */
  removed: number;
  /** New suggestions for records that were not overwritten. */
  suggestions: number;
}

/**
 * Loads the gazetteer and the records in one transaction: new and changed records are written, and
 * those that are no longer in the files are removed. Records that a person has edited stay as they
 * are; what the files say differently about them is stored as suggestions.
 *
 * @param records by default those of this folder
 * @returns how much was written, 0 if nothing is new
 * @throws Error naming a record without a valid id or slug of its own, or one that refers to a record
 *   that `records` does not contain
 */
export async function loadSeed(
  dataSource: DataSource,
  onProgress: (step: string) => void = () => {},
  records: SeedRecords = readSeedRecords(),
): Promise<SeedReport> {
  assertIdentities(records);
  assertReferences(records);
  return await dataSource.transaction(async (manager) => {
    await loadVocabulary(manager, records);
    onProgress('Loading place names');
    const places = await loadGazetteer(manager);
    onProgress('Loading organizations, help lines and facilities');
    // Before the records are loaded: in a new database there is nothing to rebuild yet.
    await refreshReadModel(manager);
    const { removed, suggestions: removals } = await removeRecords(manager, records);
    const facilities = await loadFacilities(manager, records.facilities);
    const organizations = await loadOrganizations(manager, records);
    const help_lines = await loadHelpLines(manager, records);
    const guides = await loadGuides(manager, records.guides);
    const differences = await differenceSuggestions(manager, records);
    const suggestions = await storeFileSuggestions(manager, [...removals, ...differences]);
    return { places, facilities, organizations, help_lines, guides, removed, suggestions };
  });
}

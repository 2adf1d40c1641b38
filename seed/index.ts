import type { DataSource } from 'typeorm';
import { loadGazetteer, refreshReadModel } from '#directory';
import { loadFacilities } from './load-facilities.ts';
import { loadGuides } from './load-guides.ts';
import { loadHelpLines } from './load-help-lines.ts';
import { loadOrganizations } from './load-organizations.ts';
import { loadVocabulary } from './load-vocabulary.ts';

export interface SeedReport {
  places: number;
  organizations: number;
  help_lines: number;
  facilities: number;
  guides: number;
}

/**
 * Loads the gazetteer and the records of this folder in one transaction, except unchanged records
 * and those that a person has edited.
 *
 * @returns the number of records written of each kind, 0 if nothing is new
 */
export async function loadSeed(
  dataSource: DataSource,
  onProgress: (step: string) => void = () => {},
): Promise<SeedReport> {
  return await dataSource.transaction(async (manager) => {
    await loadVocabulary(manager);
    onProgress('Loading place names');
    const places = await loadGazetteer(manager);
    onProgress('Loading organizations, help lines and facilities');
    const facilities = await loadFacilities(manager);
    const organizations = await loadOrganizations(manager);
    const help_lines = await loadHelpLines(manager);
    const guides = await loadGuides(manager);
    await refreshReadModel(manager);
    return { places, facilities, organizations, help_lines, guides };
  });
}

export { publishChange } from './changes/change.repository.ts';
export { ChangeSequenceRepository } from './changes/change-sequence.repository.ts';
export { EditRejectedError } from './editing/edit-rejected.error.ts';
export { type RecordRow, recordEntities } from './entities/index.ts';
export { FormerNameRepository } from './former-name/former-name.repository.ts';
export type { NamedKind } from './former-name/former-names.ts';
export { addGuideChange, setGuideStatus } from './guide/edit-guide.ts';
export { GuideRepository, type GuideRow } from './guide/guide.repository.ts';
export type { DirectoryChange } from './listing-index/directory-change.ts';
export { ListingIndexRepository } from './listing-index/listing-index.repository.ts';
export type { ListingIndex } from './listing-index/listing-index.ts';
export type { ListingMatcher } from './listing-index/listing-matcher.ts';
export type { MapCell } from './listing-index/map/listing-map.ts';
export { countedKinds } from './listing-index/tag-combinations.ts';
export { readPublishedOrganization } from './organization/published-organization.ts';
export { loadGazetteer } from './place/gazetteer.loader.ts';
export { PlaceRepository, type Town } from './place/place.repository.ts';
export {
  appendChanges,
  type ChangeAction,
} from './read-model/append-changes.ts';
export type { DirectoryEntryKind } from './read-model/entries/directory-entry-row.ts';
export { EVERYWHERE } from './read-model/entries/speed-dial-entry.ts';
export { refreshRecordSummaries } from './read-model/record-summary.projector.ts';
export { refreshReadModel } from './read-model/refresh-read-model.ts';
export { hoursOf } from './schedule/stored-hours.ts';
export { DirectoryEntryRepository } from './search/directory-entry.repository.ts';
export { FacetRepository } from './search/facet.repository.ts';
export { decodeKeyset, type Keyset, type KeysetPage, toKeysetPage } from './search/keyset.ts';
export { emptyListingFilter, type ListingFilter } from './search/listing-filter.ts';
export {
  ListingSearchRepository,
  type PageQuery,
  type PageRow,
} from './search/listing-search.repository.ts';
export { MapPinRepository } from './search/map-pin.repository.ts';
export {
  type PublishedKind,
  type PublishedPage,
  PublishedPageRepository,
  publishedKinds,
} from './search/published-page.repository.ts';
export type {
  NearbyListing,
  ServedDirectoryEntry,
  ServedListing,
  ServedRow,
  Shape,
} from './search/served-row.ts';
export { TagRepository } from './search/tag.repository.ts';
export type { TagDictionary } from './search/tag-dictionary.ts';
export {
  type SnapshotEntryRow,
  type SnapshotListingRow,
  SnapshotRepository,
  type SnapshotRows,
} from './snapshot/snapshot.repository.ts';
export {
  addSpeedDial,
  changeSpeedDial,
  removeSpeedDial,
  /** @internal for tests that edit codes */
  type SpeedDialProof,
  setSpeedDialStatus,
} from './speed-dial/edit-speed-dial.ts';
export type { SpeedDialFields } from './speed-dial/speed-dial-record.ts';
export { assertNoOverlap } from './speed-dial/speed-dial-scope.ts';
export { type RecordCounts, StatisticsRepository } from './statistics/statistics.repository.ts';
export {
  type NewSuggestion,
  type SuggestionKind,
  SuggestionRepository,
  storeSuggestion,
  suggestionKinds,
} from './suggestion/suggestion.repository.ts';

export type { CardKind, RecordKind } from './card/card-row.ts';
export { EVERYWHERE } from './card/speed-dial-card.ts';
export { appendChanges, type ChangeAction, publishChange } from './change.repository.ts';
export { addGuideChange, type NewGuideChange, setGuideStatus } from './guide/edit-guide.ts';
export { GuideRepository, type GuideRow } from './guide/guide.repository.ts';
export { type MinuteSpan, openingAt } from './opening-hours.ts';
export { refreshReadModel } from './read-model.ts';
export { RefusedEdit } from './refused-edit.ts';
export { CardSearchRepository } from './search/card-search.repository.ts';
export { ChangeSequenceRepository } from './search/change-sequence.repository.ts';
export { FacetRepository } from './search/facet.repository.ts';
export { cutPage, decodeKeyset, type Keyset, type KeysetPage } from './search/keyset.ts';
export { type ListingFilter, noFilter } from './search/listing-filter.ts';
export {
  type ListingQuestion,
  ListingSearchRepository,
} from './search/listing-search.repository.ts';
export {
  type FilledTile,
  type MapItem,
  MapSearchRepository,
} from './search/map-search.repository.ts';
export { type PublishedPage, PublishedPageRepository } from './search/published-page.repository.ts';
export type { NearListing, ServedCard, ServedListing, ServedRow } from './search/served-row.ts';
export {
  type SnapshotListingRow,
  SnapshotRepository,
  type SnapshotRows,
} from './search/snapshot.repository.ts';
export { StatisticsRepository } from './search/statistics.repository.ts';
export type { TagDictionary } from './search/tag-dictionary.ts';
export {
  addSpeedDial,
  changeSpeedDial,
  removeSpeedDial,
  type SpeedDialProof,
  setSpeedDialStatus,
} from './speed-dial/edit-speed-dial.ts';
export type { SpeedDialFields } from './speed-dial/known-code.ts';
export {
  type SuggestionKind,
  SuggestionRepository,
  suggestionKinds,
} from './suggestion.repository.ts';
export { TagRepository } from './tag.repository.ts';

export { matchesFilters, type RequestedFilters, regionMembers } from './listings/listing-filter.ts';
export { byName } from './listings/name-order.ts';
export { withinRadius } from './listings/radius.ts';
export { type LocalTime, localTime, parseLocalTime } from './opening-hours/local-time.ts';
export {
  combinedHours,
  openingHours,
  type Schedule,
} from './opening-hours/opening-hours.ts';
export { isOpenAt, openingNow } from './opening-hours/opening-now.ts';
export { findPlaces, type NamedPlace } from './place/find-places.ts';
export { type PlaceQuery, parsePlaceQuery } from './place/place-query.ts';
export { PlaceWords } from './place/place-words.ts';
export {
  ListedPositions,
  type PlaceMatch,
  rankPlaces,
} from './place/rank-places.ts';
export { serviceTypesOf } from './search/everyday-words.ts';
export { phoneWords, withPhoneDigits } from './search/phone-digits.ts';

export { type LocalTime, localTime, parseLocalTime } from './opening-hours/local-time.ts';
export {
  combinedHours,
  openingHours,
  type Schedule,
} from './opening-hours/opening-hours.ts';
export { isOpenAt, openingNow } from './opening-hours/opening-now.ts';

import { EditRejectedError } from './edit-rejected.error.ts';

/** ISO 8601: a year, a month or a day. */
const PARTIAL_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const DAY_LENGTH = '2026-12-01'.length;

/** @throws EditRejectedError unless it is a valid year, month or day */
export function assertCalendarDate(date: string): void {
  const at = new Date(date);
  const known = PARTIAL_DATE.test(date) && !Number.isNaN(at.getTime());
  // Without this check, February 31 would be parsed as a day in March.
  if (!known || !at.toISOString().startsWith(date)) {
    throw new EditRejectedError(
      'date',
      'Name a date of the calendar, as in 2026-12-01 or 2026-12.',
    );
  }
}

/** @throws EditRejectedError unless it is a day that is not in the future */
export function assertPastDate(date: string): void {
  assertCalendarDate(date);
  if (date.length < DAY_LENGTH)
    throw new EditRejectedError('date', 'Name the day, as in 2026-12-01.');
  if (Date.parse(date) > Date.now())
    throw new EditRejectedError('date', 'This day is yet to come.');
}

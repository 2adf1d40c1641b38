import { EditRejectedError } from './edit-rejected.error.ts';

/** ISO 8601: a year, a month or a day. */
const FORM = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const DAY_LENGTH = '2026-12-01'.length;

/** @throws RefusedEdit for what is no year, month or day of the calendar */
export function assertCalendarDate(date: string): void {
  const at = new Date(date);
  const known = FORM.test(date) && !Number.isNaN(at.getTime());
  // A thirty-first of February would be taken for a day in March.
  if (!known || !at.toISOString().startsWith(date)) {
    throw new EditRejectedError(
      'date',
      'Name a date of the calendar, as in 2026-12-01 or 2026-12.',
    );
  }
}

/** @throws RefusedEdit for what is no day, or one that is yet to come */
export function assertPastDate(date: string): void {
  assertCalendarDate(date);
  if (date.length < DAY_LENGTH)
    throw new EditRejectedError('date', 'Name the day, as in 2026-12-01.');
  if (Date.parse(date) > Date.now())
    throw new EditRejectedError('date', 'This day is yet to come.');
}

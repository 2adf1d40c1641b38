/** A local date and time of a place, without a time zone: `2026-11-28T18:00`. */
export const localTimePattern =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Returns the minutes from Monday 00:00 to a local time, which is the unit of weekly opening hours.
 *
 * @param time matches `localTimePattern`
 */
export function weekMinute(time: string): number {
  const day = new Date(`${time.slice(0, 10)}T00:00:00Z`).getUTCDay();
  const [hours = 0, minutes = 0] = time.slice(11).split(':').map(Number);
  return ((day + 6) % 7) * 24 * 60 + hours * 60 + minutes;
}

/** A moment on the clocks of a place. */
export interface LocalTime {
  /** `2026-11-28` */
  date: string;
  /** Minutes since midnight. */
  minute: number;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * Returns what the clocks of a time zone show.
 *
 * @param timeZone IANA name
 * @throws RangeError when there is no such time zone
 */
export function localTime(at: Date, timeZone: string): LocalTime {
  const shown = shownAt(at.getTime(), timeZone);
  const minutes = Math.floor(shown / MINUTE_MS);
  return {
    date: new Date(shown).toISOString().slice(0, 10),
    minute: ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES,
  };
}

/** Reads a local time that is written without a time zone, `2026-11-28T18:00`. */
export function parseLocalTime(text: string): LocalTime {
  const [hours = 0, minutes = 0] = text.slice(11).split(':').map(Number);
  return { date: text.slice(0, 10), minute: hours * 60 + minutes };
}

/**
 * Returns the moment at which clocks of a time zone show a time, RFC 3339 with their offset. Of two
 * such moments it is the first; a time that the clocks skip becomes one as much later.
 *
 * @param minute since midnight; 1440 is the end of the day
 */
export function instantText({ date, minute }: LocalTime, timeZone: string): string {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE_MS;
  const offset = (at: number) => shownAt(at, timeZone) - at;
  const first = wanted - offset(wanted);
  const second = wanted - offset(first);
  const at =
    second === first || shownAt(second, timeZone) === wanted ? second : Math.max(first, second);
  const shown = shownAt(at, timeZone);
  return `${new Date(shown).toISOString().slice(0, 19)}${offsetText(shown - at)}`;
}

/** Returns the date so many days later. */
export function addDays(date: string, days: number): string {
  const later = Date.parse(`${date}T00:00:00Z`) + days * DAY_MINUTES * MINUTE_MS;
  return new Date(later).toISOString().slice(0, 10);
}

/** Returns what clocks show as if they were in UTC, in milliseconds, to the minute. */
function shownAt(at: number, timeZone: string): number {
  const parts = clock(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

function clock(timeZone: string): Intl.DateTimeFormat {
  let format = clocks.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
    clocks.set(timeZone, format);
  }
  return format;
}

function offsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE_MS);
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
}

/** Formats a day or a moment in someone's locale, as a day. */
export function dateText(date: string, locale: string): string {
  // A day has no time zone; a moment is shown in that of the reader.
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date);
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' };
  if (isDay) options.timeZone = 'UTC';
  return new Intl.DateTimeFormat(locale, options).format(new Date(date));
}

/** Formats a moment in someone's locale and time zone. */
export function momentText(moment: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(moment),
  );
}

/** The present day where the person is. */
export function today(): string {
  const now = new Date();
  const part = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

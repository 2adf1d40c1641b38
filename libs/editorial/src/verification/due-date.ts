import type { RecordDocument, VerificationDays } from '#contract';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Returns when a record should be verified again: as soon as one of its kinds of data should be. */
export function dueAfter(verifiedAt: Date, document: RecordDocument, days: VerificationDays): Date {
  const limits = [
    days.phone,
    ...(isPossiblyClosed(document) ? [days.possiblyClosed] : []),
    ...(hasCodes(document) ? [days.code] : []),
    ...(hasHours(document) ? [days.hours] : []),
  ];
  return new Date(verifiedAt.getTime() + Math.min(...limits) * DAY_MS);
}

function isPossiblyClosed(document: RecordDocument): boolean {
  return 'services' in document && document.status === 'unknown';
}

function hasCodes(document: RecordDocument): boolean {
  if (!('speed_dials' in document)) return false;
  return document.speed_dials.some(({ status }) => status === 'working' || status === 'unverified');
}

function hasHours(document: RecordDocument): boolean {
  if ('services' in document) {
    return (
      document.places.some(({ schedules }) => schedules.length > 0) ||
      document.services.some(
        ({ hours, schedules, places }) =>
          hours !== null ||
          schedules.length > 0 ||
          places.some((place) => place.schedules.length > 0),
      )
    );
  }
  return 'hours' in document && document.hours !== null;
}

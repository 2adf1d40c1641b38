import type { Listing } from '#contract';
import { numberFormat } from '../i18n/formatters.ts';
import type { Messages } from '../i18n/messages.tsx';

const METERS_PER_MILE = 1609.344;
const DIRECTIONS = 8;

/** Locales that use miles. */
const MILES = /^(en-US|en|es-US|en-GB|en-LR)$/;

/** Formats a distance in the visitor's units, with one decimal below ten. */
export function distanceText(meters: number, locale: string): string {
  const [value, unit] = MILES.test(locale)
    ? [meters / METERS_PER_MILE, 'mile']
    : [meters / 1000, 'kilometer'];
  return numberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/**
 * Returns the compass direction of a bearing in eighths: 0 is north, 2 is east.
 * @internal for its test
 */
export function compassEighth(degrees: number): number {
  return Math.round(degrees / (360 / DIRECTIONS)) % DIRECTIONS;
}

/**
 * Formats the distance and direction of a listing; only the town if the point is at its center, and
 * null if no origin was requested.
 */
export function locationText(
  { location, distance_m, bearing_deg }: Listing,
  { t, locale }: Messages,
) {
  if (distance_m === null || !location) return null;
  if (bearing_deg === null || distance_m < 100) {
    return location.city ? t('distance.here', { city: location.city }) : null;
  }
  const bearing = t(`bearing.${compassEighth(bearing_deg) as 0}`);
  return t('distance.away', { distance: distanceText(distance_m, locale), bearing });
}

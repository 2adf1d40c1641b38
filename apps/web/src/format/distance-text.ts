import type { Listing } from '#contract';
import { numberFormat } from '../i18n/formatters.ts';
import type { Messages } from '../i18n/messages.tsx';

const METRES_PER_MILE = 1609.344;
const DIRECTIONS = 8;

/** Readers of these locales count in miles. */
const MILES = /^(en-US|en|es-US|en-GB|en-LR)$/;

/** A distance in the reader's units, one decimal below ten. */
export function distanceText(meters: number, locale: string): string {
  const [value, unit] = MILES.test(locale)
    ? [meters / METRES_PER_MILE, 'mile']
    : [meters / 1000, 'kilometer'];
  return numberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/**
 * The eighth of the compass in which a bearing lies: 0 is north, 2 east.
 * @internal for its test
 */
export function compassEighth(degrees: number): number {
  return Math.round(degrees / (360 / DIRECTIONS)) % DIRECTIONS;
}

/**
 * How far and which way; only the town where the point is no better than that, and null where no
 * point was asked from.
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

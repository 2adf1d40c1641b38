import type { VerificationDays } from '#contract';
import type { Settings } from './settings.ts';

/** Returns for how many days data of a kind count as verified. */
export function verificationDays(settings: Settings): VerificationDays {
  return {
    phone: settings.verifyPhoneDays,
    hours: settings.verifyHoursDays,
    code: settings.verifyCodeDays,
    possiblyClosed: settings.verifyPossiblyClosedDays,
  };
}

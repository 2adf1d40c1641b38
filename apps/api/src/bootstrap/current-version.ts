import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataVersion, DataVersions } from '../http/cache/data-versions.ts';
import type { OutageLog } from '../http/problems/outage-log.ts';
import type { UnavailableError } from '../http/problems/problems.ts';
import { ListingIndexService } from '../public/shared/listing-index/listing-index.service.ts';
import { ChangeSequence } from '../public/shared/state/change-sequence.ts';
import { Clock } from '../public/shared/state/clock.ts';

const MINUTE_MS = 60_000;

/** Tells the response cache the version of an application's data. */
export function currentVersion(app: NestFastifyApplication, outages: OutageLog): DataVersions {
  const clock = app.get(Clock);
  const changes = app.get(ChangeSequence);
  const listings = app.get(ListingIndexService);
  const now = (): number => clock.now().getTime();
  let wasUnreadable = false;
  const versionOf = (sequence: number): DataVersion => {
    if (wasUnreadable) outages.end();
    wasUnreadable = false;
    return { sequence, minute: Math.floor(now() / MINUTE_MS) };
  };
  // Logged here, because stored responses may be sent in spite of it.
  const fail = (error: UnavailableError): never => {
    wasUnreadable = true;
    outages.report(error.cause);
    throw error;
  };
  return {
    now,
    changesBetween: (after, upTo) => listings.changesBetween(after, upTo),
    isUnreadable: () => changes.isUnreadable,
    current: () => {
      const current = changes.current();
      return typeof current === 'number' ? versionOf(current) : current.then(versionOf, fail);
    },
  };
}

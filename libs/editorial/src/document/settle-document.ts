import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type {
  OrganizationDocument,
  ProblemField,
  RecordDocument,
  ServiceDocument,
  SpeedDialDocument,
  SpeedDialEventDocument,
  TranslatedField,
  TranslationDocument,
} from '#contract';

/** A document with what follows from it, and what is wrong. */
interface Settled {
  document: RecordDocument;
  wrong: ProblemField[];
}

/**
 * Fills in what editors do not say themselves: the status of a code follows from its history, and a
 * translation is of the present English text unless it says otherwise.
 *
 * @param now no entry of a history is later
 */
export function settleDocument(
  document: RecordDocument,
  before: RecordDocument | null,
  now: Date,
): Settled {
  const wrong: ProblemField[] = [];
  if (!('speed_dials' in document)) return { document, wrong };
  const known = new Map(speedDialsOf(before).map((one) => [one.id, one]));
  const speed_dials = document.speed_dials.map((one, index) => {
    const events = newEvents(one, known.get(one.id));
    const problem = events.map(({ date }) => wrongDate(date, known.get(one.id), now)).find(Boolean);
    if (problem) wrong.push({ name: `document.speed_dials.${index}.history`, detail: problem });
    return { ...one, ...statusOf(one, known.get(one.id), events) };
  });
  const settled = { ...document, speed_dials };
  return { document: 'services' in settled ? withHashes(settled) : settled, wrong };
}

function speedDialsOf(document: RecordDocument | null): SpeedDialDocument[] {
  return document && 'speed_dials' in document ? document.speed_dials : [];
}

function newEvents(
  { history }: SpeedDialDocument,
  known: SpeedDialDocument | undefined,
): SpeedDialEventDocument[] {
  const old = new Set(known?.history.map(({ id }) => id));
  return history.filter(({ id, status }) => status !== null && !old.has(id));
}

function wrongDate(date: string, known: SpeedDialDocument | undefined, now: Date): string | null {
  if (date > now.toISOString().slice(0, date.length)) return 'This day is yet to come.';
  const newer = known?.history.find((event) => event.status !== null && event.date > date);
  return newer ? `A status of ${newer.date} is on record: name a later day.` : null;
}

function statusOf(
  dial: SpeedDialDocument,
  known: SpeedDialDocument | undefined,
  events: SpeedDialEventDocument[],
): Pick<SpeedDialDocument, 'status' | 'verified_at'> {
  const [last] = [...events].sort((a, b) => (a.date < b.date ? 1 : -1));
  if (last?.status) {
    const verified_at = last.status === 'unverified' ? null : new Date(last.date).toISOString();
    return { status: last.status, verified_at };
  }
  if (!known) return { status: 'unverified', verified_at: null };
  const { status, verified_at } = known;
  const isSame =
    known.code === dial.code &&
    isDeepStrictEqual(
      [...(known.facility_ids ?? ['all'])].sort(),
      [...(dial.facility_ids ?? ['all'])].sort(),
    );
  // Nobody has shown that another code works.
  return isSame || status !== 'working'
    ? { status, verified_at }
    : { status: 'unverified', verified_at: null };
}

function withHashes(document: OrganizationDocument): OrganizationDocument {
  const { closure } = document;
  return {
    ...document,
    translations: hashed(document.translations, {
      description: document.description,
      status_note: document.status_note,
      what_happened: closure?.what_happened ?? null,
      still_there: closure?.still_there ?? null,
    }),
    services: document.services.map((service) => ({
      ...service,
      translations: hashed(service.translations, originalsOf(service)),
    })),
  };
}

function originalsOf({ description, eligibility, hours }: ServiceDocument) {
  return { description, eligibility, hours };
}

function hashed(
  translations: TranslationDocument[],
  originals: Partial<Record<TranslatedField, string | null>>,
): TranslationDocument[] {
  return translations.map((one) => ({
    ...one,
    source_hash:
      one.source_hash ??
      createHash('sha256')
        .update(originals[one.field] ?? '')
        .digest('hex'),
  }));
}

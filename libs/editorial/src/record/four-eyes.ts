import { differencesOf, type FourEyes, type RecordDocument } from '#contract';
import { NeedsReviewError } from './errors.ts';

/** The token of when changes need somebody else. */
export const FOUR_EYES = Symbol('FOUR_EYES');

/**
 * Refuses a change that its author cannot publish alone. Taking a change back is never refused.
 *
 * @param after null: the record is deleted
 * @throws NeedsReviewError
 */
export function assertReviewed(
  rule: FourEyes,
  before: RecordDocument,
  after: RecordDocument | null,
): void {
  if (rule === 'always' && needsFourEyes(before, after)) throw new NeedsReviewError();
}

/**
 * Whether nobody makes this change alone by review: it is about codes, private places, a closure or a
 * deletion.
 */
export function needsFourEyes(before: RecordDocument, after: RecordDocument | null): boolean {
  if (after === null) return true;
  return differencesOf(before, after).some(({ path }) => {
    const [, field = '', id] = path.split('/');
    if (field === 'speed_dials' || field === 'closure' || field === 'status') return true;
    if (field === 'published') return true;
    return field === 'places' && [before, after].some((document) => isPrivate(document, id));
  });
}

/** Whether a change is about what is private of a place. */
export function changesPrivatePlaces(before: RecordDocument, after: RecordDocument): boolean {
  return differencesOf(before, after).some(({ path }) => {
    const [, field, id] = path.split('/');
    return field === 'places' && [before, after].some((document) => isPrivate(document, id));
  });
}

function isPrivate(document: RecordDocument, id: string | undefined): boolean {
  if (!('places' in document)) return false;
  return document.places.some((place) => place.visibility !== 'exact' && (!id || place.id === id));
}

import type { PlaceDocument, RecordDocument } from '#contract';

/** What the fields of a point hold while nobody has typed anything. */
const EMPTY_POINT = { longitude: null, latitude: null, precision: null };

/** Returns a value with null in place of each empty text, as fields of a form have it. */
export function withoutEmptyTexts<Value>(value: Value): Value {
  const text = JSON.stringify(value, (_, part) => (part === '' ? null : part));
  return JSON.parse(text) as Value;
}

/**
 * Returns a document with everything that the fields of a form hold, so that a form in which nothing
 * was changed is known as such.
 */
export function withEmptyParts(document: RecordDocument): RecordDocument {
  if (!('places' in document)) return document;
  const places = document.places.map((place) =>
    place.withheld || place.point ? place : { ...place, point: EMPTY_POINT },
  );
  // The types are those of the API, to which a form gives no empty parts.
  return { ...document, places } as RecordDocument;
}

/**
 * Returns a document without what a form holds although nobody has typed it: a point without
 * coordinates, and how an organization closed that has not.
 */
export function withoutEmptyParts(document: RecordDocument): RecordDocument {
  if (!('places' in document)) return document;
  const { status, closure, places } = document;
  return {
    ...document,
    closure: status === 'closed' ? closure : null,
    places: places.map(withoutEmptyPoint),
  };
}

function withoutEmptyPoint(place: PlaceDocument): PlaceDocument {
  const { point } = place;
  const isEmpty = point && (point.latitude ?? null) === null && (point.longitude ?? null) === null;
  return isEmpty ? { ...place, point: null } : place;
}

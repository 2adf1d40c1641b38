import type { OrganizationDocument, PlaceDocument, RecordDocument } from '#contract';

/**
 * Returns a document without what a form holds although nobody has typed it: a point without
 * coordinates, and how an organization closed that has not.
 */
export function withoutEmptyParts(document: RecordDocument): RecordDocument {
  if (!('places' in document)) return document;
  const { status, closure, places } = document satisfies OrganizationDocument;
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

import type { PlaceDocument, ProblemField, RecordDocument, Visibility } from '#contract';

/** The least public first. */
const PUBLICITY: Visibility[] = ['hidden', 'area', 'exact'];

/** The places of a document that are private. */
export function privatePlaces(document: RecordDocument | null): string[] {
  return placesOf(document).flatMap(({ id, visibility }) =>
    id !== undefined && visibility !== 'exact' ? [id] : [],
  );
}

/**
 * Leaves out the points, streets and postal codes of private places.
 *
 * @param alsoPrivate ids of places that are private in another state of the record
 */
export function withhold<Document extends RecordDocument>(
  document: Document,
  alsoPrivate: string[] = [],
): Document {
  if (!('places' in document)) return document;
  const hidden = new Set([...privatePlaces(document), ...alsoPrivate]);
  const places = document.places.map((place) =>
    place.visibility === 'exact' && !hidden.has(String(place.id)) ? place : withheldPlace(place),
  );
  return { ...document, places };
}

function withheldPlace({ point: _, ...place }: PlaceDocument): PlaceDocument {
  const addresses = place.addresses.map(
    ({ address_1: _street, postal_code: _code, ...address }) => address,
  );
  return { ...place, addresses, withheld: true };
}

/** Whether something of a document is withheld. */
export function isWithheld(document: RecordDocument): boolean {
  return placesOf(document).some(({ withheld }) => withheld);
}

/** A document that was sent, with what the sender may not see as it is stored. */
export interface Merged {
  document: RecordDocument;
  wrong: ProblemField[];
}

/**
 * Puts what is withheld from the author of a document back into it, and finds what they may not
 * change: a private place never becomes more public by their hand.
 */
export function restoreWithheld(sent: RecordDocument, stored: RecordDocument | null): Merged {
  if (!('places' in sent)) return { document: sent, wrong: [] };
  const known = new Map(placesOf(stored).map((place) => [place.id, place]));
  const wrong: ProblemField[] = [];
  const places = sent.places.map((place, index) => {
    const before = known.get(place.id);
    const { withheld: _, ...own } = place;
    if (!before || before.visibility === 'exact') return own;
    if (PUBLICITY.indexOf(place.visibility) > PUBLICITY.indexOf(before.visibility)) {
      const detail = 'Only someone who may see this place can make more of it public.';
      wrong.push({ name: `document.places.${index}.visibility`, detail });
    }
    return { ...own, point: before.point ?? null, addresses: mergeAddresses(own, before) };
  });
  return { document: { ...sent, places }, wrong };
}

function mergeAddresses(place: PlaceDocument, before: PlaceDocument): PlaceDocument['addresses'] {
  const known = new Map(before.addresses.map((address) => [address.id, address]));
  return place.addresses.map((address) => {
    const stored = known.get(address.id);
    if (!stored) return address;
    return {
      ...address,
      address_1: stored.address_1 ?? null,
      postal_code: stored.postal_code ?? null,
    };
  });
}

/** Leaves out the mark of withheld places where nothing is withheld from the author. */
export function withoutMarks(sent: RecordDocument): RecordDocument {
  if (!('places' in sent)) return sent;
  return { ...sent, places: sent.places.map(({ withheld: _, ...place }) => place) };
}

function placesOf(document: RecordDocument | null): PlaceDocument[] {
  return document && 'places' in document ? document.places : [];
}

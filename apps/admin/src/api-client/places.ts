import type {
  ConsoleTiles,
  OrganizationDocument,
  Page,
  Place,
  PlaceCheck,
  PlaceWarning,
  PlaceWarnings,
} from '#contract';
import { request } from './request.ts';

const MAX_PLACES = 6;

/** Finds towns, states and postal codes by name, in our own gazetteer. */
export async function findPlaces(name: string): Promise<Place[]> {
  const query = new URLSearchParams({ q: name, limit: String(MAX_PLACES) });
  return (await request<Page<Place>>(`/v1/places?${query}`)).body.items;
}

/** Returns what may be wrong with the point of a place. */
export async function checkPlace(check: PlaceCheck, signal: AbortSignal): Promise<PlaceWarning[]> {
  const options = { method: 'POST', body: check, signal } as const;
  return (await request<PlaceWarnings>('/v1/admin/place-checks', options)).body.warnings;
}

/** Returns the street tiles that maps can use. */
export async function readTiles(): Promise<ConsoleTiles> {
  return (await request<ConsoleTiles>('/v1/admin/map-tiles')).body;
}

/** Returns the page of an organization as it would be published, as HTML. */
export async function previewPage(
  {
    id,
    document,
    language,
  }: { id: string | null; document: OrganizationDocument; language: string },
  signal: AbortSignal,
): Promise<string | null> {
  const body = { id, document, language };
  const options = { method: 'POST', body, signal } as const;
  return (await request<{ html: string | null }>('/v1/admin/previews', options)).body.html;
}

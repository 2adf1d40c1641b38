import { useSyncExternalStore } from 'react';

/** The listings that a visitor saved on this device. */
export interface SavedList {
  /** Slugs of listings, most recently saved first. */
  slugs: string[];
  /** Whether the quick exit deletes the list. */
  clearOnExit: boolean;
}

const KEY = 'saved';
const CHANGED = 'savedlist';
const nothing: SavedList = { slugs: [], clearOnExit: false };

let cached: { text: string | null; list: SavedList } = { text: null, list: nothing };

/** Returns the list stored on this device; empty if storage is unavailable. */
export function savedList(): SavedList {
  const text = stored();
  if (text !== cached.text) cached = { text, list: parse(text) };
  return cached.list;
}

/** Subscribes a component to the list, which is empty on the server. */
export function useSavedList(): SavedList {
  return useSyncExternalStore(subscribe, savedList, () => nothing);
}

/** Adds a listing to the list, or removes it. */
export function toggleSaved(slug: string): void {
  const list = savedList();
  const others = list.slugs.filter((saved) => saved !== slug);
  const slugs = others.length < list.slugs.length ? others : [slug, ...others];
  write({ ...list, slugs });
}

/** Replaces former slugs of saved listings by their present ones. */
export function renameSaved(presentSlugs: Map<string, string>): void {
  const list = savedList();
  const slugs = [...new Set(list.slugs.map((slug) => presentSlugs.get(slug) ?? slug))];
  if (slugs.join() !== list.slugs.join()) write({ ...list, slugs });
}

/** @param clearOnExit whether the quick exit deletes the list */
export function chooseClearOnExit(clearOnExit: boolean): void {
  write({ ...savedList(), clearOnExit });
}

/** Deletes the list from this device. */
export function clearSaved(): void {
  localStorage.removeItem(KEY);
  dispatchEvent(new Event(CHANGED));
}

function write(list: SavedList): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // Storage is unavailable; the button remains unchanged.
  }
  dispatchEvent(new Event(CHANGED));
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function parse(text: string | null): SavedList {
  try {
    const { slugs, clearOnExit } = JSON.parse(text ?? '{}') as Partial<SavedList>;
    return { slugs: slugs ?? [], clearOnExit: clearOnExit === true };
  } catch {
    return nothing;
  }
}

function subscribe(onChange: () => void): () => void {
  addEventListener(CHANGED, onChange);
  // Changes in another window of this site.
  addEventListener('storage', onChange);
  return () => {
    removeEventListener(CHANGED, onChange);
    removeEventListener('storage', onChange);
  };
}

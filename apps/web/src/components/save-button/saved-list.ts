import { useSyncExternalStore } from 'react';

/** What a reader chose to keep on this device. */
export interface SavedList {
  /** Slugs of listings, the last saved first. */
  slugs: string[];
  /** Whether leaving quickly deletes the list. */
  clearOnExit: boolean;
}

const KEY = 'saved';
const CHANGED = 'savedlist';
const nothing: SavedList = { slugs: [], clearOnExit: false };

let read: { text: string | null; list: SavedList } = { text: null, list: nothing };

/** The list as it is on this device now; empty where the device keeps nothing. */
export function savedList(): SavedList {
  const text = stored();
  if (text !== read.text) read = { text, list: parsed(text) };
  return read.list;
}

/** It, for as long as a component shows it; on the server nobody has saved anything. */
export function useSavedList(): SavedList {
  return useSyncExternalStore(follow, savedList, () => nothing);
}

/** Puts a listing on the list, or takes it off. */
export function toggleSaved(slug: string): void {
  const list = savedList();
  const others = list.slugs.filter((saved) => saved !== slug);
  const slugs = others.length < list.slugs.length ? others : [slug, ...others];
  write({ ...list, slugs });
}

/** @param clearOnExit whether leaving quickly deletes the list */
export function chooseClearOnExit(clearOnExit: boolean): void {
  write({ ...savedList(), clearOnExit });
}

/** Takes the list off this device. */
export function clearSaved(): void {
  localStorage.removeItem(KEY);
  dispatchEvent(new Event(CHANGED));
}

function write(list: SavedList): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // A device that keeps nothing shows so: the button stays as it was.
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

function parsed(text: string | null): SavedList {
  try {
    const { slugs, clearOnExit } = JSON.parse(text ?? '{}') as Partial<SavedList>;
    return { slugs: slugs ?? [], clearOnExit: clearOnExit === true };
  } catch {
    return nothing;
  }
}

function follow(onChange: () => void): () => void {
  addEventListener(CHANGED, onChange);
  // Another window of this site.
  addEventListener('storage', onChange);
  return () => {
    removeEventListener(CHANGED, onChange);
    removeEventListener('storage', onChange);
  };
}

import type { IncomingMessage } from 'node:http';

/** The page of a record in any language, and its document in the API. */
const RECORD_PATH =
  /^\/(?:v1\/(organizations|facilities|help-lines|listings)|[a-z]{2}\/(organization|facility|listing))\/([a-z0-9-]{1,200})$/;

const KINDS: Record<string, ViewedKind> = {
  organizations: 'organization',
  organization: 'organization',
  facilities: 'facility',
  facility: 'facility',
  'help-lines': 'help_line',
  listings: 'listing',
  listing: 'listing',
};

type ViewedKind = 'organization' | 'facility' | 'help_line' | 'listing';

/**
 * Returns which record a path shows, as its kind and its slug or id: `organization annunciation-house`.
 *
 * @param url with or without a query
 * @returns null: it shows none, or many
 */
export function viewedRecord(url: string): string | null {
  const [path = ''] = url.split('?', 1);
  const [, inApi, onSite, name] = RECORD_PATH.exec(path) ?? [];
  const kind = KINDS[inApi ?? onSite ?? ''];
  return kind && name !== undefined ? `${kind} ${name}` : null;
}

/** Whether somebody sees what is sent: not for a HEAD, and for what a browser fetches in advance. */
export function isSeen(request: IncomingMessage): boolean {
  if (request.method !== 'GET') return false;
  const { 'sec-purpose': secPurpose, purpose } = request.headers;
  return !`${secPurpose} ${purpose}`.includes('prefetch');
}

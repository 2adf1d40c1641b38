import { presentDirectoryEntry, presentListing } from '../shared/presenters/listing.presenter.ts';
import type { RemoteHelp } from './remote-help.service.ts';

/** JSON arrays in UTF-8. */
export interface PresentedRemoteHelp {
  remote: Buffer;
  helpLines: Buffer;
}

const presented = new WeakMap<RemoteHelp, PresentedRemoteHelp>();

/** Serializes listings and help lines as JSON arrays, once per object that the service returns. */
export function presentRemoteHelp(help: RemoteHelp): PresentedRemoteHelp {
  const cached = presented.get(help);
  if (cached) return cached;
  const { remote, helpLines, now } = help;
  const texts = {
    remote: jsonArray(remote.map((row) => presentListing(row, now))),
    helpLines: jsonArray(helpLines.map((row) => presentDirectoryEntry(row, now))),
  };
  presented.set(help, texts);
  return texts;
}

function jsonArray(texts: string[]): Buffer {
  return Buffer.from(`[${texts.join(',')}]`);
}

import { RefusedEdit } from './edit-rejected.error.ts';

/** @throws RefusedEdit when a source is told of that is no web address; null: none is known */
export function refuseOtherThanWeb(source_url: string | null): void {
  if (source_url === null) return;
  const { protocol = '' } = URL.canParse(source_url) ? new URL(source_url) : {};
  if (!/^https?:$/.test(protocol)) {
    throw new RefusedEdit('source_url', 'A source is a web address that begins with https://.');
  }
}

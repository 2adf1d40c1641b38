import { EditRejectedError } from './edit-rejected.error.ts';

/** @throws EditRejectedError unless it is a web address or null */
export function assertHttpUrl(source_url: string | null): void {
  if (source_url === null) return;
  const { protocol = '' } = URL.canParse(source_url) ? new URL(source_url) : {};
  if (!/^https?:$/.test(protocol)) {
    throw new EditRejectedError(
      'source_url',
      'A source is a web address that begins with https://.',
    );
  }
}

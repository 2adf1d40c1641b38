const signatures: [type: string, offset: number, bytes: string][] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/webp', 8, 'WEBP'],
];

/** Detects the media type of an image by its first bytes; null unless it is PNG, JPEG or WebP. */
export function imageType(bytes: Buffer): string | null {
  const known = signatures.find(
    ([, offset, signature]) =>
      bytes.toString('latin1', offset, offset + signature.length) === signature,
  );
  return known?.[0] ?? null;
}

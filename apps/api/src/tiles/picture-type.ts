const signatures: [type: string, offset: number, bytes: string][] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/webp', 8, 'WEBP'],
];

/** The media type of a picture by its first bytes; null for anything but PNG, JPEG and WebP. */
export function pictureType(bytes: Buffer): string | null {
  const known = signatures.find(
    ([, offset, signature]) =>
      bytes.toString('latin1', offset, offset + signature.length) === signature,
  );
  return known?.[0] ?? null;
}

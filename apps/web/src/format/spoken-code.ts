import type { Messages } from '../i18n/messages.tsx';

/** A speed-dial code sign by sign, as a screen reader should say it: "hash, 5, 6, 6". */
export function spokenCode(code: string, { t }: Pick<Messages, 't'>): string {
  return [...code]
    .map((sign) => (sign === '#' ? t('dial.hash') : sign === '*' ? t('dial.star') : sign))
    .join(', ');
}

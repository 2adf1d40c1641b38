import type { Messages } from '../i18n/messages.tsx';

/** Spells a speed dial code for screen readers: "hash, 5, 6, 6". */
export function spokenCode(code: string, { t }: Pick<Messages, 't'>): string {
  return [...code]
    .map((sign) => (sign === '#' ? t('dial.hash') : sign === '*' ? t('dial.star') : sign))
    .join(', ');
}

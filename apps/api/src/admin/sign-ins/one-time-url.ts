import type { LinkPurpose } from '#identity';

const PAGES: Record<LinkPurpose, string> = {
  'set-up': 'set-up',
  invitation: 'accept-invitation',
  'password-reset': 'reset-password',
};

/** The token follows `#`, so that no log and no `Referer` has it. */
export function oneTimeUrl(origin: string, purpose: LinkPurpose, token: string): string {
  return `${origin}/admin/${PAGES[purpose]}#${token}`;
}

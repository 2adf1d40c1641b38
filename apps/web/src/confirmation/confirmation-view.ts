import type { OrganizationWithListings } from '#contract';
import type { Language } from '../i18n/languages.ts';

/** What a page behind a mailed link says and asks. */
export type ConfirmationView = { language: Language; token: string } & (
  | AskingView
  | { state: ConfirmationEnd | 'stop' }
);

/** Asks whether what the public sees of an organization is still right. */
interface AskingView {
  state: 'ask';
  organization: OrganizationWithListings;
  /** Of the record that is shown. */
  version: number;
  /** Why it is asked again; null: it is asked for the first time. */
  problem: 'changed' | 'length' | null;
  /** What was written already. */
  text: string;
}

/** What came of a link, or of using it. */
export type ConfirmationEnd = 'confirmed' | 'reported' | 'used' | 'expired' | 'unknown' | 'stopped';

/** Returns the URL of a page behind a mailed link, which works without an account. */
export function confirmationUrl(language: Language, token: string, action = ''): string {
  return `/confirm/${[language, token, action].filter(Boolean).join('/')}`;
}

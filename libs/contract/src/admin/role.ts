/** What people who keep the records may do, least first; each may do what those before it may. */
export const roles = ['contributor', 'editor', 'reviewer', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** The kinds of records that people edit. */
export const editedKinds = ['organization', 'help_line', 'facility', 'guide'] as const;
export type EditedKind = (typeof editedKinds)[number];

/** How a session was opened. `password` alone is not enough for those who need a second factor. */
export const signInMethods = ['password', 'password+code', 'passkey', 'oidc'] as const;
export type SignInMethod = (typeof signInMethods)[number];

/** The records that someone may edit; null in its place means all. */
export interface RecordScope {
  /** Ids of organizations. */
  organizations: string[];
  /** Codes of ISO 3166-2: every record that is there. */
  regions: string[];
}

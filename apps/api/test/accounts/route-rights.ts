/** Who sends a request in the test of all routes. */
export const visitors = [
  'nobody',
  'administrator with a password alone',
  'contributor',
  'editor',
  'reviewer',
  'administrator',
  'token of an administrator',
] as const;
export type Visitor = (typeof visitors)[number];

const signedIn = visitors.filter((name) => name !== 'nobody' && !name.startsWith('token'));
const withSecondFactor = signedIn.filter((name) => !name.includes('alone'));

const readers: Visitor[] = [
  'contributor',
  'editor',
  'reviewer',
  'administrator',
  'token of an administrator',
];
const editors = readers.filter((name) => name !== 'contributor');
const auditors = editors.filter((name) => name !== 'editor');

const recordPaths = ['organizations', 'help-lines', 'facilities', 'guides'];

/** Who may use the routes of records of one kind, where the record is in their scope. */
function recordRoutes(path: string): Record<string, readonly Visitor[]> {
  const record = `/v1/admin/${path}/:id`;
  return {
    [`GET ${record}`]: readers,
    [`GET ${record}/revisions`]: readers,
    [`GET ${record}/revisions/:revision`]: readers,
    [`POST ${record}/proposals`]: readers,
    [`POST ${record}/deletion-proposals`]: readers,
    [`POST /v1/admin/${path}`]: editors,
    [`PUT ${record}`]: editors,
    [`DELETE ${record}`]: editors,
    [`POST ${record}/revisions/:revision/revert`]: editors,
    [`POST ${record}/revisions/:revision/undo`]: editors,
    [`POST ${record}/restore`]: editors,
    ...(path === 'guides' ? {} : { [`POST ${record}/verifications`]: editors }),
  };
}

/** Who may use the routes of accounts and of the console: what is not named here must not exist. */
export const accountRoutes: Record<string, readonly Visitor[]> = {
  ...Object.assign({}, ...recordPaths.map(recordRoutes)),
  'GET /v1/admin/overview': readers,
  'GET /v1/admin/saved-views': readers,
  'POST /v1/admin/saved-views': readers,
  'DELETE /v1/admin/saved-views/:id': readers,
  'POST /v1/admin/bulk-changes': editors,
  'GET /v1/admin/bulk-changes': editors,
  'POST /v1/admin/bulk-changes/:id/undo': editors,
  'GET /v1/admin/assignees': editors,
  'GET /v1/admin/records': readers,
  'GET /v1/admin/verification-queue': editors,
  'GET /v1/admin/suggestions': editors,
  'POST /v1/admin/suggestions/:id/accept': editors,
  'POST /v1/admin/suggestions/:id/reject': editors,
  'GET /v1/admin/audit-check': auditors,
  'GET /v1/admin/own-proposals': readers,
  'POST /v1/admin/place-checks': readers,
  'POST /v1/admin/previews': readers,
  'GET /v1/admin/map-tiles': readers,

  'GET /v1/auth/offer': [...visitors],
  'POST /v1/auth/request-password-reset': [...visitors],
  'POST /v1/auth/set-up': [...visitors],
  'POST /v1/auth/accept-invitation': [...visitors],
  'POST /v1/auth/reset-password': [...visitors],
  'POST /v1/auth/sign-in/email': [...visitors],
  'POST /v1/auth/provider/sign-in': [...visitors],
  'GET /v1/auth/callback/oidc': [...visitors],
  'POST /v1/auth/sign-out': [...visitors],
  'POST /v1/auth/two-factor/verify-totp': [...visitors],
  'POST /v1/auth/two-factor/verify-backup-code': [...visitors],
  'GET /v1/auth/passkey/generate-authenticate-options': [...visitors],
  'POST /v1/auth/passkey/verify-authentication': [...visitors],

  'POST /v1/auth/two-factor/enable': signedIn,
  'POST /v1/auth/two-factor/confirm': signedIn,
  'POST /v1/auth/two-factor/generate-backup-codes': signedIn,
  'POST /v1/auth/two-factor/disable': signedIn,
  'GET /v1/auth/passkey/generate-register-options': signedIn,
  'POST /v1/auth/passkey/verify-registration': signedIn,
  'GET /v1/auth/passkey/list-user-passkeys': signedIn,
  'POST /v1/auth/passkey/delete-passkey': signedIn,
  'POST /v1/auth/provider/link': signedIn,
  'POST /v1/auth/provider/unlink': signedIn,
  'POST /v1/auth/change-password': signedIn,
  'GET /v1/auth/sessions': signedIn,
  'DELETE /v1/auth/sessions': signedIn,
  'DELETE /v1/auth/sessions/:id': signedIn,
  'GET /v1/admin/session': signedIn,

  'GET /v1/admin/tokens': withSecondFactor,
  'POST /v1/admin/tokens': withSecondFactor,
  'DELETE /v1/admin/tokens/:id': withSecondFactor,

  'GET /v1/admin/users': ['administrator'],
  'POST /v1/admin/users': ['administrator'],
  'GET /v1/admin/users/:id': ['administrator'],
  'PATCH /v1/admin/users/:id': ['administrator'],
  'DELETE /v1/admin/users/:id': ['administrator'],
  'POST /v1/admin/users/:id/password-reset': ['administrator'],
  'POST /v1/admin/users/:id/second-factor-reset': ['administrator'],
  'GET /v1/admin/users/:id/sessions': ['administrator'],
  'DELETE /v1/admin/users/:id/sessions': ['administrator'],
};

/** What everybody may use, without an account. */
export const publicRoutes: readonly string[] = [
  'GET /docs',
  'GET /docs/assets/*',
  'GET /docs/start.js',
  'GET /health/live',
  'GET /health/ready',
  'GET /openapi.json',
  'GET /v1/facets',
  'GET /v1/facilities',
  'GET /v1/facilities/:slug',
  'GET /v1/facilities/:slug/help',
  'GET /v1/guides',
  'GET /v1/guides/:slug',
  'GET /v1/help-lines',
  'GET /v1/help-lines/:slug',
  'GET /v1/languages',
  'GET /v1/listings',
  'GET /v1/listings/:id',
  'GET /v1/map',
  'GET /v1/nearby',
  'GET /v1/organizations',
  'GET /v1/organizations/:slug',
  'GET /v1/places',
  'GET /v1/regions',
  'GET /v1/service-types',
  'GET /v1/snapshot',
  'GET /v1/speed-dials',
  'GET /v1/speed-dials/:id',
  'GET /v1/statistics',
  'POST /v1/nearby',
  'GET /v1/suggestions/form',
  'POST /v1/suggestions',
];

/** Pages and files of the site and the console, which are there where they were built. */
const siteRoutes: readonly RegExp[] = [
  /^GET \/(\*)?$/,
  /^GET \/(ar|en|es|fa|fr|ht|pt|ru|zh)(\/|\/\*|\/offline)?$/,
  /^POST \/(ar|en|es|fa|fr|ht|pt|ru|zh)\/told$/,
  /^GET \/admin(\/\*|\/assets\/[\w.-]+)?$/,
  /^(GET|POST) \/confirm\/:language\/:token(\/[a-z-]+)?$/,
  /^GET \/((assets|basemap)\/[\w.-]+|preview\/\*)$/,
  /^GET \/(app\.webmanifest|icon\.svg|sw\.js|worker-texts\.json)(\.br|\.gz)?$/,
  /^GET \/(qr\.svg|robots\.txt|sitemap\.xml|sitemap-:file\(\^\\d\+\)\.xml)$/,
];

/** @param name `GET /es/offline` */
export function isOfSite(name: string): boolean {
  return siteRoutes.some((pattern) => pattern.test(name));
}

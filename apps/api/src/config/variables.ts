import { fourEyesRules } from '#contract';
import * as format from './value-formats.ts';

export interface Variable<T, Required extends boolean = boolean> {
  name: string;
  /** The default, as it would be written in the environment; undefined if there is no default. */
  fallback: Required extends true ? string : string | undefined;
  description: string;
  format: format.ValueFormat<T>;
}

function required<T>(variable: Variable<T, true>): Variable<T, true> {
  return variable;
}

function optional<T>(variable: Omit<Variable<T, false>, 'fallback'>): Variable<T, false> {
  return { ...variable, fallback: undefined };
}

/**
 * Every environment variable the server reads; docs/configuration.md is generated from this list.
 */
export const variables = {
  port: required({
    name: 'PORT',
    fallback: '3000',
    description: 'The port to listen on; 0 takes any free one.',
    format: format.integer(0, 65_535),
  }),
  host: required({
    name: 'HOST',
    fallback: 'localhost',
    description:
      'Where to listen: `localhost` serves this machine alone, `0.0.0.0` everyone who can reach it.',
    format: format.hostName,
  }),
  publicUrl: optional({
    name: 'PUBLIC_URL',
    description:
      'The address under which visitors reach this server; used in links that leave the page. Without it the links of pages are relative.',
    format: format.webAddress,
  }),
  trustProxy: required({
    name: 'TRUST_PROXY',
    fallback: 'off',
    description:
      'Which reverse proxies may say (in X-Forwarded headers) how a visitor reached them, and from which address. Turn it on only behind such a proxy.',
    format: format.trustedProxies,
  }),
  dataFolder: required({
    name: 'AMPARO_DATA_DIR',
    fallback: './data',
    description: 'Where the embedded database and other files of this server lie.',
    format: format.folder,
  }),
  databaseUrl: optional({
    name: 'DATABASE_URL',
    description:
      'A PostgreSQL 15 (or newer) server with PostGIS 3.3 (or newer). Without it the embedded database is used.',
    format: format.databaseAddress,
  }),
  databaseReplicaUrls: optional({
    name: 'DATABASE_REPLICA_URLS',
    description: 'Streaming replicas of that server, which then answer public reads.',
    format: format.databaseAddresses,
  }),
  databasePassword: optional({
    name: 'DATABASE_PASSWORD_FILE',
    description:
      'Where the password is for those of the addresses above that have none: a secret of Docker or Kubernetes.',
    format: format.secretFile,
  }),
  databasePoolSize: optional({
    name: 'DATABASE_POOL_SIZE',
    description:
      'Connections kept to the database. Without it: 10 to a server, 4 to the embedded database, whose one session they share.',
    format: format.integer(2, 100),
  }),
  accountsSecret: optional({
    name: 'ACCOUNTS_SECRET',
    description:
      'Signs the cookies of those who are signed in to the console, and encrypts what their authenticator apps need. Without it the first start makes one and stores it in the data folder, in `accounts-secret`. Several servers need the same one. Another one signs everyone out, and authenticator apps have to be set up again.',
    format: format.secret,
  }),
  smtpUrl: optional({
    name: 'SMTP_URL',
    description:
      'The mail server through which invitations and links for another password are sent. Without it an administrator passes these links on. Special signs in user and password are percent-encoded.',
    format: format.mailServer,
  }),
  smtpPassword: optional({
    name: 'SMTP_PASSWORD_FILE',
    description: 'Where the password is if SMTP_URL has none: a secret of Docker or Kubernetes.',
    format: format.secretFile,
  }),
  mailFrom: optional({
    name: 'MAIL_FROM',
    description: 'Whom mails are from; answers go there.',
    format: format.mailSender,
  }),
  reminders: required({
    name: 'REMINDERS',
    fallback: 'off',
    description:
      'Whether organizations are asked by mail, at most once in 90 days, if what the directory says of them is still right. Needs SMTP_URL.',
    format: format.oneOf('off', 'on'),
  }),
  remindersTimeZone: required({
    name: 'REMINDERS_TIME_ZONE',
    fallback: 'America/Denver',
    description: 'Where it is nine in the morning when these mails are sent.',
    format: format.timeZone,
  }),
  oidcIssuer: optional({
    name: 'OIDC_ISSUER',
    description:
      'A provider of OpenID Connect, by which people can sign in to the console besides. It has to redirect to `PUBLIC_URL` followed by `/v1/auth/callback/oidc`.',
    format: format.providerAddress,
  }),
  oidcClientId: optional({
    name: 'OIDC_CLIENT_ID',
    description: 'How that provider knows this server.',
    format: format.plainText,
  }),
  oidcClientSecret: optional({
    name: 'OIDC_CLIENT_SECRET_FILE',
    description: 'Where the secret is that it gave to this server.',
    format: format.secretFile,
  }),
  oidcLabel: required({
    name: 'OIDC_LABEL',
    fallback: 'OpenID Connect',
    description: 'What the button calls that provider.',
    format: format.plainText,
  }),
  oidcIsSecondFactor: required({
    name: 'OIDC_IS_SECOND_FACTOR',
    fallback: 'off',
    description:
      'Whether that provider asks for a second factor itself. Only then can administrators and reviewers who sign in by it do what they may do; else they also need a passkey or an authenticator app of ours.',
    format: format.oneOf('off', 'on'),
  }),
  maxRequestsInProgress: required({
    name: 'MAX_REQUESTS_IN_PROGRESS',
    fallback: '100',
    description:
      'How many requests that need the database or are drawn may be in progress at the same time. The next one is told at once to come again later (503 with Retry-After). Files, health checks and stored responses are always sent.',
    format: format.integer(1, 10_000),
  }),
  maxStaleSeconds: required({
    name: 'MAX_STALE_SECONDS',
    fallback: '600',
    description:
      'How long stored responses are sent while the database cannot be read. Pages then say that they may be out of date, and other responses say by `Age` how old they are. 0 sends none.',
    format: format.integer(0, 86_400),
  }),
  streetsUrl: optional({
    name: 'STREETS_URL',
    description:
      'Where the tiles of a provider of streets are, 256 pixels wide as PNG, JPEG or WebP, from zoom 12 to 17. This server asks for them, and never a visitor. A file `streets.pmtiles` in the data folder goes before it. Without either the map shows no streets. See docs/deployment.md.',
    format: format.tileAddress,
  }),
  streetsAttribution: optional({
    name: 'STREETS_ATTRIBUTION',
    description:
      'Whom the map of streets is by, in the words that they want, such as `© OpenStreetMap contributors`. A file of streets may say so itself.',
    format: format.plainText,
  }),
  streetsCacheMegabytes: required({
    name: 'STREETS_CACHE_MB',
    fallback: '500',
    description:
      "How much of the data folder a provider's tiles may take; those not asked for in the longest time go first.",
    format: format.integer(10, 20_000),
  }),
  streetsCacheDays: required({
    name: 'STREETS_CACHE_DAYS',
    fallback: '30',
    description:
      'How long a tile is used before its provider is asked whether it has changed; a provider may ask for less.',
    format: format.integer(1, 365),
  }),
  streetsTimeoutSeconds: required({
    name: 'STREETS_TIMEOUT_SECONDS',
    fallback: '5',
    description: 'How long a provider may take for a tile.',
    format: format.integer(1, 30),
  }),
  countViews: required({
    name: 'COUNT_VIEWS',
    fallback: 'on',
    description:
      'Whether it is counted how often each record is seen in a day, without anything about who sees it: what is seen most is verified first. `off` counts nothing.',
    format: format.oneOf('on', 'off'),
  }),
  verifyPhoneDays: required({
    name: 'VERIFY_PHONE_DAYS',
    fallback: '180',
    description:
      'For how many days a verified record counts as up to date, if nothing of it changes more often.',
    format: format.integer(1, 3650),
  }),
  verifyHoursDays: required({
    name: 'VERIFY_HOURS_DAYS',
    fallback: '90',
    description: 'The same for records with hours.',
    format: format.integer(1, 3650),
  }),
  verifyCodeDays: required({
    name: 'VERIFY_CODE_DAYS',
    fallback: '30',
    description: 'The same for records with codes that are dialed in detention.',
    format: format.integer(1, 3650),
  }),
  verifyPossiblyClosedDays: required({
    name: 'VERIFY_POSSIBLY_CLOSED_DAYS',
    fallback: '14',
    description: 'The same for organizations of which it is not known whether they still work.',
    format: format.integer(1, 3650),
  }),
  fourEyes: required({
    name: 'FOUR_EYES',
    fallback: 'proposals',
    description:
      'When codes, private places, closures and deletions need somebody else than their author. `always`: they can only be proposed, and another account accepts them; `proposals`: nobody accepts alone what they proposed; `off`: never. Set `always` as soon as two people keep the records. Taking a change back never needs a second person.',
    format: format.oneOf(...fourEyesRules),
  }),
  logLevel: required({
    name: 'LOG_LEVEL',
    fallback: 'info',
    description: 'The least important kind of line that is written to the log.',
    format: format.oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
  }),
  shutdownTimeoutSeconds: required({
    name: 'SHUTDOWN_TIMEOUT_SECONDS',
    fallback: '10',
    description: 'How long running requests may take to end when the server is told to stop.',
    format: format.integer(1, 600),
  }),
};

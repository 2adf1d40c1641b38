import * as form from './forms.ts';

export interface Variable<T, Required extends boolean = boolean> {
  name: string;
  /** As it would be written in the environment; none means that it may be left out. */
  fallback: Required extends true ? string : string | undefined;
  description: string;
  form: form.ValueFormat<T>;
}

function required<T>(variable: Variable<T, true>): Variable<T, true> {
  return variable;
}

function optional<T>(variable: Omit<Variable<T, false>, 'fallback'>): Variable<T, false> {
  return { ...variable, fallback: undefined };
}

/** Every environment variable that the server knows; docs/configuration.md is written from this. */
export const variables = {
  port: required({
    name: 'PORT',
    fallback: '3000',
    description: 'The port to listen on; 0 takes any free one.',
    form: form.wholeNumber(0, 65_535),
  }),
  host: required({
    name: 'HOST',
    fallback: 'localhost',
    description:
      'Where to listen: `localhost` serves this machine alone, `0.0.0.0` everyone who can reach it.',
    form: form.hostName,
  }),
  publicUrl: optional({
    name: 'PUBLIC_URL',
    description:
      'The address under which visitors reach this server; used in links that leave the page. Without it links are relative to the request.',
    form: form.webAddress,
  }),
  trustProxy: required({
    name: 'TRUST_PROXY',
    fallback: 'off',
    description:
      'Which reverse proxies may say (in X-Forwarded headers) how a visitor reached them. Turn it on only behind such a proxy.',
    form: form.trustedProxies,
  }),
  dataFolder: required({
    name: 'AMPARO_DATA_DIR',
    fallback: './data',
    description: 'Where the embedded database and other files of this server lie.',
    form: form.folder,
  }),
  databaseUrl: optional({
    name: 'DATABASE_URL',
    description:
      'A PostgreSQL 15 (or newer) server with PostGIS 3.3 (or newer). Without it the embedded database is used.',
    form: form.databaseAddress,
  }),
  databaseReplicaUrls: optional({
    name: 'DATABASE_REPLICA_URLS',
    description: 'Streaming replicas of that server, which then answer public reads.',
    form: form.databaseAddresses,
  }),
  databasePoolSize: optional({
    name: 'DATABASE_POOL_SIZE',
    description:
      'Connections kept to the database. Without it: 10 to a server, 4 to the embedded database, whose one session they share.',
    form: form.wholeNumber(2, 100),
  }),
  streetsUrl: optional({
    name: 'STREETS_URL',
    description:
      'Where the tiles of a provider of streets are, 256 pixels wide as PNG, JPEG or WebP, from zoom 12 to 17. This server asks for them, and never a visitor. A file `streets.pmtiles` in the data folder goes before it. Without either the map shows no streets. See docs/deployment.md.',
    form: form.tileAddress,
  }),
  streetsAttribution: optional({
    name: 'STREETS_ATTRIBUTION',
    description:
      'Whom the map of streets is by, in the words that they want, such as `© OpenStreetMap contributors`. A file of streets may say so itself.',
    form: form.plainText,
  }),
  streetsCacheMegabytes: required({
    name: 'STREETS_CACHE_MB',
    fallback: '500',
    description:
      "How much of the data folder a provider's tiles may take; those not asked for in the longest time go first.",
    form: form.wholeNumber(10, 20_000),
  }),
  streetsCacheDays: required({
    name: 'STREETS_CACHE_DAYS',
    fallback: '30',
    description:
      'How long a tile is used before its provider is asked whether it has changed; a provider may ask for less.',
    form: form.wholeNumber(1, 365),
  }),
  streetsTimeoutSeconds: required({
    name: 'STREETS_TIMEOUT_SECONDS',
    fallback: '5',
    description: 'How long a provider may take for a tile.',
    form: form.wholeNumber(1, 30),
  }),
  logLevel: required({
    name: 'LOG_LEVEL',
    fallback: 'info',
    description: 'The least important kind of line that is written to the log.',
    form: form.oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
  }),
  shutdownTimeoutSeconds: required({
    name: 'SHUTDOWN_TIMEOUT_SECONDS',
    fallback: '10',
    description: 'How long running requests may take to end when the server is told to stop.',
    form: form.wholeNumber(1, 600),
  }),
};

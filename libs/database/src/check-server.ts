import pg from 'pg';
import { DatabaseServerError } from './server-errors.ts';

const MIN_POSTGRESQL = 15;
const MIN_POSTGIS = [3, 3] as const;
const CONNECT_LIMIT_MS = 10_000;

/**
 * Checks that a PostgreSQL server meets our version requirements, before anything is written to it.
 * @throws {DatabaseServerError} with one sentence that explains what to do, never with the password
 */
export async function checkServer(url: string): Promise<void> {
  const where = addressOf(url);
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: CONNECT_LIMIT_MS,
  });
  // Without a listener, a connection that breaks between two queries would crash the process.
  client.on('error', () => {});
  try {
    await client.connect();
    await checkVersions(client, where);
  } catch (error) {
    throw error instanceof DatabaseServerError ? error : explain(error, where);
  } finally {
    await client.end().catch(() => {});
  }
}

async function checkVersions(client: pg.Client, where: string): Promise<void> {
  const server = await client.query<{ version: string }>(
    `SELECT current_setting('server_version_num') AS version`,
  );
  const major = Math.floor(Number(server.rows[0]?.version) / 10_000);
  if (major < MIN_POSTGRESQL) {
    throw new DatabaseServerError(
      `The server at ${where} is PostgreSQL ${major}: Amparo needs PostgreSQL ${MIN_POSTGRESQL} or newer.`,
    );
  }
  const postgis = await client.query<{ version: string }>(
    `SELECT coalesce(installed_version, default_version) AS version
       FROM pg_available_extensions WHERE name = 'postgis'`,
  );
  const found = postgis.rows[0]?.version;
  if (found === undefined) {
    throw new DatabaseServerError(
      `The server at ${where} has no PostGIS: install PostGIS ${MIN_POSTGIS.join('.')} or newer on it.`,
    );
  }
  if (isOlder(found)) {
    throw new DatabaseServerError(
      `The database at ${where} has PostGIS ${found}: Amparo needs ${MIN_POSTGIS.join('.')} or newer.`,
    );
  }
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < MIN_POSTGIS[0] || (major === MIN_POSTGIS[0] && minor < MIN_POSTGIS[1]);
}

const unreachable = 'start the server, or correct DATABASE_URL';
const explanations: Record<string, string> = {
  ECONNREFUSED: `nothing listens there: ${unreachable}`,
  ENOENT: `there is no such socket: ${unreachable}`,
  ENOTFOUND: `the host name is unknown: ${unreachable}`,
  EAI_AGAIN: `the host name cannot be looked up: ${unreachable}`,
  ETIMEDOUT: `it does not answer: ${unreachable}`,
  EHOSTUNREACH: `the host cannot be reached: ${unreachable}`,
  ECONNRESET: `it hangs up: ${unreachable}`,
  '28P01': 'it refuses the password: correct DATABASE_URL',
  '28000': 'it does not let this user in: correct DATABASE_URL or pg_hba.conf on the server',
  '3D000': 'there is no such database: create it, or correct DATABASE_URL',
  '53300': 'it has no connection left: raise max_connections on the server',
  '57P03': 'it is still starting: try again in a moment',
};

function explain(error: unknown, where: string): DatabaseServerError {
  const { code, message, errors } = error as { code?: string; message: string; errors?: Error[] };
  const reason = code ?? (errors?.[0] as NodeJS.ErrnoException | undefined)?.code ?? '';
  const explanation =
    explanations[reason] ?? (/timeout/i.test(message) ? explanations.ETIMEDOUT : undefined);
  return new DatabaseServerError(
    `The database at ${where} cannot be used, ${explanation ?? `it says "${message}": correct DATABASE_URL`}.`,
  );
}

/** Returns "host:port/database", without the user and the password. */
function addressOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? host}${decodeURIComponent(pathname)}`;
}

import pg from 'pg';

/** SQLSTATE of a database that does not exist, and of one that exists already. */
const MISSING = '3D000';
const EXISTS = '42P04';

/**
 * Creates the database of a URL if the server does not have it.
 *
 * @throws the error of the server, for example when this role may not create databases
 */
export async function createDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  if (await exists(url)) return;
  await withClient(Object.assign(new URL(url), { pathname: '/postgres' }).href, async (client) => {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  }).catch((error) => {
    if ((error as { code?: string }).code !== EXISTS) throw error;
  });
}

async function exists(url: string): Promise<boolean> {
  try {
    await withClient(url, async () => {});
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === MISSING) return false;
    throw error;
  }
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await work(client).finally(() => client.end());
}

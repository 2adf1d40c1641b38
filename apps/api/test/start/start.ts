import { DataSource } from 'typeorm';
import { dataSourceOptions } from '#database';
import { migrations } from '#migrations';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.ts';

/** Starts the built server for one test, and waits until it is ready. It ends with the test. */
export async function startServer(
  environment: Record<string, string>,
): Promise<SpawnedServer & { address: string }> {
  const running = spawnForTest(environment);
  return { ...running, address: await running.ready() };
}

/** Starts the built server for one test, which it ends with. */
export function spawnForTest(environment: Record<string, string>): SpawnedServer {
  const running = spawnServer(environment);
  onTestFinished(async () => {
    running.process.kill('SIGKILL');
    await running.exited;
  });
  return running;
}

/** Asks a server to stop, which it must do in good order. */
export async function stopServer(running: SpawnedServer): Promise<void> {
  running.process.kill('SIGTERM');
  expect(await running.exited).toBe(0);
}

/** The one sentence with which a server says why it does not start. */
export async function refusal(environment: Record<string, string>): Promise<string> {
  const refused = spawnForTest(environment);
  expect(await refused.exited).toBe(1);
  const lines = refused.written.err.trim().split('\n');
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

/** Leaves so many of the oldest migrations, as an older version had them. */
export async function undoMigrations(url: string, left: number): Promise<void> {
  const options = { url, poolSize: 1, migrations, queryLimitMs: 0 };
  const db = await new DataSource(dataSourceOptions(options)).initialize();
  for (const _ of migrations.slice(left)) await db.undoLastMigration({ transaction: 'each' });
  await db.destroy();
}

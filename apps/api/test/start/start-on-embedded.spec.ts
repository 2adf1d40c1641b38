import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { newFolder } from '../../../../test/database/test-databases.ts';
import { refusal, spawnForTest, stopServer } from './start.ts';

describe('starting on the embedded database', () => {
  it('answers while it creates the database, locks the folder, and answers reads while its engine is killed again and again', async () => {
    const port = await freePort();
    const environment = { AMPARO_DATA_DIR: join(newFolder(), 'data'), PORT: String(port) };
    const running = spawnForTest(environment);
    const address = `http://localhost:${port}`;
    const early = await untilAnswered(`${address}/health/ready`);
    expect(early.status).toBe(503);
    expect(early.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    expect(await running.ready()).toBe(address);
    expect(await refusal(environment)).toMatch(/^Port \d+ on localhost is in use/);
    expect(await refusal({ ...environment, PORT: '0' })).toMatch(/^The data folder .* is in use/);

    for (let kill = 0; kill < 3; kill++) {
      process.kill(childOf(Number(running.process.pid)), 'SIGKILL');
      await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          answered(`${address}/v1/nearby?lat=31.7${kill}${n}&lon=-106.4`),
        ),
      );
    }
    await stopServer(running);
  });

  it('says in one sentence that the database is damaged', async () => {
    const damaged = join(newFolder(), 'damaged');
    mkdirSync(join(damaged, 'postgres'), { recursive: true });
    writeFileSync(join(damaged, 'postgres', 'PG_VERSION'), '18\n');
    expect(await refusal({ AMPARO_DATA_DIR: damaged })).toMatch(/^The database in .* is damaged/);
  });
});

/**
 * Reads until there is an answer. Until then a read is told to come again, because the machine is too
 * busy to start another engine while it waits.
 */
async function answered(url: string): Promise<void> {
  for (;;) {
    const { status, headers } = await fetch(url);
    if (status === 200) return;
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
  }
}

/** The process that a server keeps its embedded database in. */
function childOf(parent: number): number {
  const found = execFileSync('ps', ['-o', 'pid=', '--ppid', String(parent)], { encoding: 'utf8' });
  return Number(found.trim().split(/\s+/)[0]);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function untilAnswered(url: string): Promise<Response> {
  for (;;) {
    try {
      return await fetch(url);
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

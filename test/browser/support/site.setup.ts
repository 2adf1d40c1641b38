import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import '../../provided-context.ts';
import { startBuiltServer } from './running-server.ts';

/** One server on its embedded database for all specs that neither configure it nor change it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { embeddedData, folder } = project.getProvidedContext().databases;
  const home = mkdtempSync(join(folder, 'site-'));
  execFileSync('cp', ['-a', embeddedData, join(home, 'data')]);
  const log = join(home, 'log');
  const server = await startBuiltServer({ AMPARO_DATA_DIR: join(home, 'data') }, (line) =>
    appendFileSync(log, `${line}\n`),
  );
  project.provide('site', { address: server.address, log });
  return () => server.stop();
}

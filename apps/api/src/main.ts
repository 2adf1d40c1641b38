import 'reflect-metadata';
import { readSettings } from './config/settings.ts';
import { createLog } from './ops/log.ts';
import { type RunningServer, runServer } from './start/run-server.ts';
import { failToStart } from './start/start-error.ts';
import { stopOnSignals } from './start/stop-on-signals.ts';
import { Terminal } from './start/terminal.ts';

async function main(): Promise<void> {
  const settings = readSettings();
  const log = createLog(settings.logLevel);
  const terminal = new Terminal(process.stdout);
  const starting: Promise<RunningServer> = runServer({ settings, log, terminal });
  stopOnSignals(starting);
  const { port } = await starting;
  terminal.line(`Amparo is ready: ${settings.publicUrl ?? `http://localhost:${port}`}`);
}

try {
  await main();
} catch (error) {
  failToStart(error);
}

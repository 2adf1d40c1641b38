// First, before any other module is loaded.
import './bootstrap/process-defaults.ts';
import 'reflect-metadata';
import { type RunningServer, runServer } from './bootstrap/run-server.ts';
import { stopOnSignals } from './bootstrap/stop-on-signals.ts';
import { Terminal } from './bootstrap/terminal.ts';
import { parseSettings } from './config/settings.ts';
import { failToStart } from './config/start-error.ts';
import { createLog } from './ops/log.ts';

async function main(): Promise<void> {
  const settings = parseSettings();
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

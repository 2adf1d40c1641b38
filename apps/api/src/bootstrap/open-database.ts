import { checkServer, startEmbeddedEngine } from '#database';
import type { Settings } from '../config/settings.ts';
import type { Logger } from '../ops/log.ts';

export interface OpenDatabase {
  url: string;
  poolSize: number;
  oneSession: boolean;
  stop(): Promise<void>;
}

const SERVER_POOL = 10;
const EMBEDDED_POOL = 4;

/**
 * Opens the server of DATABASE_URL, or the embedded database when that is not set.
 * @throws {DatabaseStartError} with one sentence that explains what to do
 */
export async function openDatabase(
  settings: Settings,
  log: Logger,
  onProgress: (step: string) => void,
): Promise<OpenDatabase> {
  const { databaseUrl, databasePoolSize, dataFolder } = settings;
  if (databaseUrl) {
    await checkServer(databaseUrl);
    return {
      url: databaseUrl,
      poolSize: databasePoolSize ?? SERVER_POOL,
      oneSession: false,
      stop: async () => {},
    };
  }
  const engine = await startEmbeddedEngine({
    dataFolder,
    onProgress,
    onRestart: (event) => log.warn(event, 'restarting the embedded database'),
  });
  return {
    url: engine.url,
    poolSize: databasePoolSize ?? EMBEDDED_POOL,
    oneSession: true,
    stop: () => engine.stop(),
  };
}

import { newDataFolder, startServerOn } from './support/running-server.ts';

/** One database with the records in it, which each test file copies. */
export default async function globalSetup(): Promise<void> {
  const dataFolder = newDataFolder();
  const server = await startServerOn(dataFolder);
  await server.stop();
  process.env.TEST_BROWSER_DATA = dataFolder;
}

import { startServer } from './support/engines.ts';

export default async function globalSetup(): Promise<void> {
  const engine = await startServer();
  Object.assign(globalThis, { testServer: engine });
  process.env.TEST_SERVER_URL = engine.url;
  process.env.TEST_TEMPLATE = engine.template;
}

import { startEmbedded } from './support/engines.ts';

export default async function globalSetup(): Promise<void> {
  const engine = await startEmbedded();
  Object.assign(globalThis, { testEmbedded: engine });
  process.env.TEST_EMBEDDED_URL = engine.url;
}

import type { TestEngine } from './engines.ts';

export default async function globalTeardown(): Promise<void> {
  await (globalThis as unknown as { testServer: TestEngine }).testServer.stop();
}

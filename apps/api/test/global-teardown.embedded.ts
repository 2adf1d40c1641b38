import type { TestEngine } from './support/engines.ts';

export default async function globalTeardown(): Promise<void> {
  await (globalThis as unknown as { testEmbedded: TestEngine }).testEmbedded.stop();
}

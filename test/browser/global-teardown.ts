import { rmSync } from 'node:fs';

export default function globalTeardown(): void {
  rmSync(process.env.TEST_BROWSER_DATA as string, { recursive: true });
}

import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { durationKey, storeDurations } from './durations.ts';

/** What `tools/test.mjs` reads when the run is over. */
export interface RunReport {
  passed: number;
  failed: number;
  skipped: number;
  /** In milliseconds, by project and file. */
  durations: Record<string, number>;
}

/** Counts the tests, stores how long each file took, and writes both where TEST_REPORT says. */
export default class RunReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const report: RunReport = { passed: 0, failed: errors.length, skipped: 0, durations: {} };
    for (const module of modules) {
      const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      report.passed += counts.passed;
      report.skipped += counts.skipped + counts.pending;
      // A file that cannot even be loaded has no test that failed.
      report.failed += module.state() === 'failed' ? Math.max(counts.failed, 1) : counts.failed;
      const { duration, collectDuration, setupDuration } = module.diagnostic();
      report.durations[durationKey(module.project.name, module.moduleId)] = Math.round(
        duration + collectDuration + setupDuration,
      );
    }
    storeDurations(report.durations);
    if (process.env.TEST_REPORT) writeFileSync(process.env.TEST_REPORT, JSON.stringify(report));
  }
}

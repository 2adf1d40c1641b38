import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import LongestFirst from './test/runner/longest-first.ts';

/** The specs in which the database engine makes no difference: by default they run on the server only. */
const SAME_ON_BOTH_ENGINES = [
  'apps/api/test/database/{loader,edited-records,slug-clashes}.spec.ts',
  'apps/api/test/http/{headers,health-and-docs,problems,caching,request-forms,geojson}.spec.ts',
  'apps/api/test/database/read-model.spec.ts',
  'apps/api/test/nearby/position-privacy.spec.ts',
  'apps/api/test/listings/confidential-places.spec.ts',
  'apps/api/test/{openapi,site,tiles}/**/*.spec.ts',
];
/** They start their own servers and engines, and end them. */
const WITH_THEIR_OWN_PROCESSES = [
  'apps/api/test/{start,operator}/**/*.spec.ts',
  'apps/api/test/database/server-crash.spec.ts',
  'libs/database/src/engine/embedded-engine.spec.ts',
];
/** Query plans of thousands of generated records, locks and transactions that are open at the same time. */
const OF_THE_SERVER_ALONE = [
  'apps/api/test/database/query-plans.spec.ts',
  'apps/api/test/lists/record-list-plans.spec.ts',
  'apps/api/test/database/{overlapping-writers,outages}.spec.ts',
  'apps/api/test/admin/outages.spec.ts',
  'apps/api/test/http/equal-requests.spec.ts',
  'apps/api/test/load/*.spec.ts',
];
const API = 'apps/api/test/**/*.spec.ts';

// A slow machine is no fault: a test that starts the embedded engine four times needs over three
// minutes where other programs keep the cores busy. Only what hangs ends here.
const HANGS_AFTER_MS = 600_000;

function project(
  name: string,
  test: TestProjectInlineConfiguration['test'],
  conditions = ['source', 'node', 'module', 'development|production'],
): TestProjectInlineConfiguration {
  const ofNode = conditions.filter((condition) => condition !== 'module');
  return {
    resolve: { conditions },
    // Node.js itself loads packages, and some have files for bundlers alone.
    ssr: { resolve: { conditions: ofNode, externalConditions: ofNode } },
    oxc: { jsx: { runtime: 'automatic' } },
    test: {
      name,
      globals: true,
      // The files of a worker share the modules that they load, and what these keep running.
      isolate: false,
      pool: 'forks',
      testTimeout: HANGS_AFTER_MS,
      hookTimeout: HANGS_AFTER_MS,
      ...test,
    },
  };
}

export default defineConfig({
  test: {
    maxWorkers: Number(process.env.TEST_WORKERS || 3),
    teardownTimeout: 30_000,
    reporters: ['default', './test/runner/run-report.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      project('browser', {
        include: ['test/browser/**/*.spec.ts'],
        globalSetup: ['test/database/databases.setup.ts', 'test/browser/support/site.setup.ts'],
      }),
      project('processes', {
        include: WITH_THEIR_OWN_PROCESSES,
        globalSetup: 'test/database/databases.setup.ts',
      }),
      project('api server', {
        include: [API],
        exclude: WITH_THEIR_OWN_PROCESSES,
        provide: { engine: 'server' },
        globalSetup: 'test/database/databases.setup.ts',
      }),
      project('api embedded', {
        include: [API],
        exclude: [
          ...WITH_THEIR_OWN_PROCESSES,
          ...OF_THE_SERVER_ALONE,
          ...(process.env.ALL_ENGINES === '1' ? [] : SAME_ON_BOTH_ENGINES),
        ],
        provide: { engine: 'embedded' },
        globalSetup: 'test/database/databases.setup.ts',
      }),
      project('unit', {
        include: ['{libs,apps/api/src,seed,tools}/**/*.spec.ts'],
        exclude: WITH_THEIR_OWN_PROCESSES,
      }),
      project(
        'web',
        {
          include: ['apps/web/src/**/*.spec.{ts,tsx}'],
          setupFiles: 'apps/web/test/setup.ts',
        },
        ['source', 'browser', 'module', 'development|production'],
      ),
    ],
  },
});

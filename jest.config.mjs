const typescript = (files, jsc) => ({
  [files]: [
    '@swc/jest',
    {
      jsc: { target: 'es2022', experimental: { keepImportAttributes: true }, ...jsc },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
});

const page = {
  parser: { syntax: 'typescript', tsx: true },
  transform: { react: { runtime: 'automatic' } },
};

const server = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: {
    ...typescript('^.+\\.ts$', {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    }),
    ...typescript('^.+\\.tsx$', page),
  },
  // Fastify's own way to ask itself needs it for cookies alone, and Jest cannot load it on Node 20.
  moduleNameMapper: { '^cookie$': '<rootDir>/test/no-cookies.cjs' },
};

export default {
  // Two runs share the cores, and a slow machine is no fault: only what hangs ends here.
  testTimeout: 180_000,
  projects: [
    {
      ...server,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps/api/src,seed,tools}/**/*.spec.ts'],
    },
    {
      ...server,
      displayName: 'processes',
      testMatch: ['<rootDir>/apps/api/test/*.spec.ts'],
      globalSetup: '<rootDir>/apps/api/test/global-setup.processes.ts',
      globalTeardown: '<rootDir>/apps/api/test/global-teardown.processes.ts',
    },
    ...['server', 'embedded'].map((engine) => ({
      ...server,
      displayName: `api ${engine}`,
      globals: { engine },
      testMatch: ['<rootDir>/apps/api/test/api/**/*.spec.ts'],
      // The embedded engine holds one database for all tests, and this one fills it.
      testPathIgnorePatterns: ['/node_modules/', ...(engine === 'embedded' ? ['plan.spec'] : [])],
      globalSetup: `<rootDir>/apps/api/test/global-setup.${engine}.ts`,
      globalTeardown: `<rootDir>/apps/api/test/global-teardown.${engine}.ts`,
    })),
    {
      displayName: 'web',
      testMatch: ['<rootDir>/apps/web/src/**/*.spec.{ts,tsx}'],
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['source', 'browser'] },
      extensionsToTreatAsEsm: ['.ts', '.tsx'],
      setupFiles: ['<rootDir>/apps/web/test/setup.ts'],
      moduleNameMapper: { '\\.css$': '<rootDir>/apps/web/test/no-css.ts' },
      transform: typescript('^.+\\.tsx?$', page),
    },
    {
      ...server,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/browser/global-setup.ts',
      globalTeardown: '<rootDir>/test/browser/global-teardown.ts',
    },
  ],
};

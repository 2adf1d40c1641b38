// The arrows that ARCHITECTURE.md allows, and no others: what is not named here is refused.
const rooms = {
  'libs/contract': [],
  'libs/database': ['contract'],
  'libs/geo': ['contract'],
  'libs/rules': ['contract', 'geo'],
  'libs/directory': ['contract', 'database', 'geo', 'rules'],
  'libs/editorial': ['contract', 'database', 'geo', 'rules', 'directory'],
  'libs/identity': ['contract', 'database', 'directory'],
  'libs/exchange': ['contract', 'database', 'geo', 'rules', 'directory'],
  migrations: [],
  seed: ['contract', 'database', 'geo', 'directory'],
  'apps/web': ['contract', 'rules'],
  'apps/admin': ['contract'],
};

/** Besides libs. */
const shared = {
  'apps/admin': [
    '^apps/web/src/format/',
    '^apps/web/src/i18n/languages\\.ts$',
    '^apps/web/src/map/layers/',
    '^apps/web/src/styles/',
  ],
};

const source = (room) => `^${room}/`;
const libs = (names) => names.map((name) => `^libs/${name}/src/index\\.ts$`);

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-folder-circles',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'libs-through-their-index',
      severity: 'error',
      from: { path: '^(apps|libs|seed|bench|test)/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^libs/$2/' },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^(libs|seed|migrations)/' },
      to: { path: '^apps/' },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `${room.replace('/', '-')}-looks-down-only`,
      severity: 'error',
      from: { path: source(room) },
      to: {
        path: '^(apps|libs|seed|migrations)/',
        pathNot: [source(room), ...libs(allowed), ...(shared[room] ?? [])],
      },
    })),
    {
      name: 'site-through-its-server-file',
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: '^apps/web/', pathNot: '^apps/web/src/entry-server\\.ts$' },
    },
    {
      name: 'web-has-no-server-code',
      severity: 'error',
      from: { path: '^apps/web/src/' },
      to: {
        path: [
          '^node:',
          '^node_modules/(@nestjs|typeorm|pg|fastify|uqr|@resvg|@expo-google-fonts)/',
        ],
      },
    },
    {
      // Formats by libraries that neither read nor send anything themselves.
      name: 'exchange-is-pure',
      severity: 'error',
      from: { path: '^libs/exchange/src/', pathNot: '\\.spec\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'core'],
        pathNot: '^node_modules/(@types|csv-stringify|marked|uuid)/',
      },
    },
    {
      name: 'contract-is-plain',
      severity: 'error',
      from: { path: '^libs/contract/src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};

// `npm test`: brings everything up to date, installs what the tests need beside Node, and runs them.
// Words after it go to Jest: `npm test -- --selectProjects web`.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

const SERVER_HALF = 'The tests on a PostGIS server';
const BROWSER_HALF = 'The tests in a browser';

/** Debian's packages, where we may install them. */
function install(what, ...packages) {
  if (userInfo().uid !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${what} ...`);
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: aptEnvironment() };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

function aptEnvironment() {
  return { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
}

function hasServer() {
  if (process.env.DATABASE_URL) return true;
  const debian = '/usr/share/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  if (versions.some((v) => existsSync(join(debian, v, 'extension/postgis.control')))) return true;
  try {
    const share = execFileSync('pg_config', ['--sharedir'], { encoding: 'utf8' }).trim();
    return existsSync(join(share, 'extension/postgis.control'));
  } catch {
    return false;
  }
}

function browser() {
  const names = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return [process.env.CHROMIUM, ...names].find((path) => path && existsSync(path));
}

function runJest(skipped) {
  const folder = mkdtempSync(join(tmpdir(), 'amparo-tests-'));
  const report = join(folder, 'report.json');
  const jest = [
    '--conditions=source',
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--runInBand',
    '--json',
    `--outputFile=${report}`,
    ...(skipped.length > 0 ? ['--ignoreProjects', ...skipped] : []),
    ...process.argv.slice(2),
  ];
  const { status } = spawnSync(process.execPath, jest, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CHROMIUM: browser() ?? '' },
  });
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  rmSync(folder, { recursive: true });
  return { status, results };
}

await prepare();
if (!hasServer()) install('PostgreSQL with PostGIS', 'postgresql-15', 'postgresql-15-postgis-3');
if (!browser()) install('Chromium', 'chromium');
const missing = [
  ...(hasServer() ? [] : [{ projects: ['api server', 'processes'], half: SERVER_HALF }]),
  ...(browser() ? [] : [{ projects: ['browser'], half: BROWSER_HALF }]),
];
const { status, results } = runJest(missing.flatMap(({ projects }) => projects));
for (const { half } of missing)
  console.log(`${half} did not run: what they need is not installed.`);
const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = results ?? {};
// A file that cannot even be loaded has no test that failed.
const failed = numFailedTests + (results ? results.numRuntimeErrorTestSuites : 1);
const incomplete = missing.length > 0 && process.env.REQUIRE_ALL_TESTS === '1';
console.log(`${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped`);
process.exit(status === 0 && failed === 0 && !incomplete ? 0 : 1);

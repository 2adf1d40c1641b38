// `npm test`: brings everything up to date, installs what the tests need beside Node, and runs them.
// Words after it go to Jest: `npm test -- --selectProjects web`.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
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
  // The shell has no window that would be drawn for nobody: a page takes a quarter less time.
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
    (name) => `/usr/bin/${name}`,
  );
  return [process.env.CHROMIUM, ...names].find((path) => path && existsSync(path));
}

/** Runs Jest once. */
async function runJest(words) {
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
    ...words,
  ];
  const child = spawn(process.execPath, jest, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CHROMIUM: browser() ?? '' },
  });
  const [status] = await once(child, 'close');
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  rmSync(folder, { recursive: true });
  return { status, results };
}

/**
 * The words that Jest is run with: once with those given, or twice side by side. A browser leaves one
 * core idle while it waits, and so do the tests without one.
 */
function lanes(given, skipped) {
  const skip = (projects) => (projects.length > 0 ? ['--ignoreProjects', ...projects] : []);
  if (given.length > 0) return [[...skip(skipped), ...given]];
  const withoutBrowser = skip(['browser', ...skipped]);
  return skipped.includes('browser')
    ? [withoutBrowser]
    : [withoutBrowser, ['--selectProjects', 'browser']];
}

await prepare();
if (!hasServer()) install('PostgreSQL with PostGIS', 'postgresql-15', 'postgresql-15-postgis-3');
if (!browser()) install('Chromium', 'chromium-headless-shell');
const missing = [
  ...(hasServer() ? [] : [{ projects: ['api server', 'processes'], half: SERVER_HALF }]),
  ...(browser() ? [] : [{ projects: ['browser'], half: BROWSER_HALF }]),
];
const skipped = missing.flatMap(({ projects }) => projects);
const runs = await Promise.all(lanes(process.argv.slice(2), skipped).map(runJest));
for (const { half } of missing)
  console.log(`${half} did not run: what they need is not installed.`);
const sum = (count) => runs.reduce((total, { results }) => total + count(results), 0);
// A file that cannot even be loaded has no test that failed.
const failed = sum((results) =>
  results ? results.numFailedTests + results.numRuntimeErrorTestSuites : 1,
);
const passed = sum((results) => results?.numPassedTests ?? 0);
const pending = sum((results) => results?.numPendingTests ?? 0);
const incomplete = missing.length > 0 && process.env.REQUIRE_ALL_TESTS === '1';
console.log(`${passed} passed, ${failed} failed, ${pending} skipped`);
const green = runs.every(({ status }) => status === 0) && failed === 0;
process.exit(green && !incomplete ? 0 : 1);

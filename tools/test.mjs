// `npm test`: brings everything up to date, installs what the tests need beside Node, and runs
// them. Words after it go to Vitest: `npm test -- --project web catalogs`. With `--all-engines`
// every test of the API runs on the embedded engine too, and not only those in which the engine
// makes a difference.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { inFront, prepare, root } from './prepare.mjs';

const SERVER_HALF = 'The tests on a PostGIS server';
const BROWSER_HALF = 'The tests in a browser';
const ALL_ENGINES = '--all-engines';
const SLOWEST_SHOWN = 10;

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

/** Runs Vitest, and reads what it counted; null where it did not come so far. */
async function runVitest(words) {
  const folder = mkdtempSync(join(tmpdir(), 'amparo-tests-'));
  const report = join(folder, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const child = inFront(
    spawn(process.execPath, ['--conditions=source', vitest, 'run', ...words], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CHROMIUM: browser() ?? '', TEST_REPORT: report },
    }),
  );
  const [status] = await once(child, 'close');
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  rmSync(folder, { recursive: true });
  return { status, results };
}

function printSlowest({ durations }) {
  const slowest = Object.entries(durations).sort(([, a], [, b]) => b - a);
  console.log('The slowest files:');
  for (const [file, milliseconds] of slowest.slice(0, SLOWEST_SHOWN)) {
    console.log(`${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${file}`);
  }
}

await prepare();
if (!hasServer()) install('PostgreSQL with PostGIS', 'postgresql-15', 'postgresql-15-postgis-3');
if (!browser()) install('Chromium', 'chromium-headless-shell');
const missing = [
  ...(hasServer() ? [] : [{ projects: ['api server', 'processes'], half: SERVER_HALF }]),
  ...(browser() ? [] : [{ projects: ['browser'], half: BROWSER_HALF }]),
];
const words = process.argv.slice(2);
const allEngines = words.includes(ALL_ENGINES);
if (allEngines) process.env.ALL_ENGINES = '1';
const { status, results } = await runVitest([
  ...missing.flatMap(({ projects }) => projects.map((project) => `--project=!${project}`)),
  ...words.filter((word) => word !== ALL_ENGINES),
]);
for (const { half } of missing)
  console.log(`${half} did not run: what they need is not installed.`);
if (results) printSlowest(results);
const { passed, failed, skipped } = results ?? { passed: 0, failed: 1, skipped: 0 };
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
const incomplete = missing.length > 0 && process.env.REQUIRE_ALL_TESTS === '1';
process.exit(status === 0 && failed === 0 && !incomplete ? 0 : 1);

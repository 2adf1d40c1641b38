// Installs and builds what is missing or out of date.
// Plain Node without packages: on a fresh clone there are none yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];
const SOURCES = [
  'apps',
  'libs',
  'migrations',
  'seed',
  'tools',
  'package.json',
  'tsconfig.json',
  'nest-cli.json',
];
/** Made by the build itself: were it a source, the build would be out of date as soon as it is done. */
const MADE_BY_BUILD = join(root, 'apps', 'web', 'public', 'basemap');
const PACKAGES_STAMP = join(root, 'node_modules', '.amparo-packages');
const BUILD_STAMP = join(root, 'dist', '.built-from');
const INTERRUPTED = 130;

let child;

/** The program that runs now: signals go on to it. */
export function inFront(program) {
  child = program;
  return program;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => (child ? child.kill(signal) : process.exit(INTERRUPTED)));
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(
    `Amparo needs Node ${OLDEST_NODE.join('.')} or newer and this is ${process.versions.node}: install a newer one from https://nodejs.org.`,
  );
  process.exit(1);
}

function packagesAreCurrent() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = join(root, 'package-lock.json');
  if (existsSync(PACKAGES_STAMP)) return readFileSync(PACKAGES_STAMP, 'utf8') === hashOf([wanted]);
  return statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path) || path === MADE_BY_BUILD) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !/^(node_modules|dist|test)$|\.spec\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/** Runs one npm command, showing how long it takes and what it said only when it fails. */
async function step(text, args) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const line = () => `${text} ... ${seconds()} s`;
  if (!process.stdout.isTTY) console.log(`${text} ...`);
  const redraw = setInterval(
    () => process.stdout.isTTY && process.stdout.write(`\r${line()}`),
    500,
  );
  const { code, output } = await npm(args);
  clearInterval(redraw);
  process.stdout.write(`${process.stdout.isTTY ? '\r' : ''}${text}: done in ${seconds()} s\n`);
  if (code === 0) return;
  process.stderr.write(`${output}\n"npm ${args.join(' ')}" failed: see above.\n`);
  process.exit(code ?? INTERRUPTED);
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const [program, first] = cli ? [process.execPath, [cli]] : ['npm', []];
  inFront(
    spawn(program, [...first, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: !cli && process.platform === 'win32',
    }),
  );
  let output = '';
  const keep = (data) => {
    output += data;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** Brings packages and build up to date; ends the process with the reason when it cannot. */
export async function prepare() {
  refuseOldNode();
  if (!packagesAreCurrent()) {
    await step('Installing the packages', ['ci', '--include=dev', '--no-audit', '--no-fund']);
  }
  writeFileSync(PACKAGES_STAMP, hashOf([join(root, 'package-lock.json')]));
  const sources = hashOf(SOURCES.flatMap((name) => filesIn(join(root, name))));
  if (!existsSync(BUILD_STAMP) || readFileSync(BUILD_STAMP, 'utf8') !== sources) {
    await step('Building', ['run', 'build']);
    writeFileSync(BUILD_STAMP, sources);
  }
}

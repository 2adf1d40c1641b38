// Refuses folders that hold more source files than a newcomer can take in at once.
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';

const MAX_FILES = 12;
const SOURCE = /\.(ts|tsx|mjs|cjs|css)$/;
/** Lists that grow by design: one file per migration, one per kind of record. */
const EXEMPT = new Set(['migrations', 'seed']);

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
}).split('\n');
const counts = new Map();
for (const file of files.filter((name) => SOURCE.test(name))) {
  counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
}
const large = [...counts].filter(([folder, count]) => count > MAX_FILES && !EXEMPT.has(folder));
for (const [folder, count] of large) {
  console.error(`${folder} has ${count} source files: part it by topic, ${MAX_FILES} at most.`);
}
process.exitCode = large.length > 0 ? 1 : 0;

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

/** How long each file took when it ran last, in milliseconds. */
type Durations = Record<string, number>;

const FILE = resolve('node_modules/.cache/amparo-tests/durations.json');

/** The name of a file in what is stored: it differs between the projects that run it. */
export function durationKey(project: string, file: string): string {
  return `${project}: ${relative(process.cwd(), file)}`;
}

export function readDurations(): Durations {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
}

export function storeDurations(durations: Durations): void {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ ...readDurations(), ...durations }, null, 1));
}

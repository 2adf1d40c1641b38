import { cpus, totalmem } from 'node:os';
import { evaluate, maxMixShare } from './aims.ts';
import type { Result } from './run.ts';
import { table } from './table.ts';
import { NEW_SHARE } from './workloads.ts';

const GIB = 2 ** 30;

/** Formats the results as text: a table, the targets, and the machine. */
export function report(results: Result[], facts: string[]): string {
  const header = [
    'question',
    'listings',
    'connections',
    'server',
    'per second',
    'p50 ms',
    'p99 ms',
    'of the floor',
  ];
  const lines = results.map((row) => [
    row.workload,
    String(row.size),
    String(row.connections),
    row.server,
    row.perSecond.toFixed(0),
    row.p50.toFixed(1),
    row.p99.toFixed(1),
    ratio(row, results),
  ]);
  const aims = evaluate(results).map(({ met, text }) => `${met ? 'met   ' : 'MISSED'}  ${text}`);
  const limits = maxMixShare(results, NEW_SHARE).map(
    ({ size, share }) =>
      `at best ${share.toFixed(2)} of Fastify's fixed body is open to the repeated mix of ${size} listings: a tenth of it costs what the bare pool costs`,
  );
  return [...facts, '', ...table([header, ...lines]), '', ...aims, ...limits, ''].join('\n');
}

/** Describes the machine that the figures depend on. */
export function machineFacts(): string[] {
  const [first] = cpus();
  return [
    `${new Date().toISOString().slice(0, 10)}, ${first?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / GIB)} GiB, Node ${process.versions.node}`,
    'Load, servers and PostgreSQL share these cores.',
  ];
}

function ratio(row: Result, results: Result[]): string {
  if (row.server !== 'amparo') return '';
  const floor = results.find(
    (other) =>
      other.server !== 'amparo' &&
      other.workload === row.workload &&
      other.size === row.size &&
      other.connections === row.connections,
  );
  return floor ? (row.perSecond / floor.perSecond).toFixed(2) : '';
}

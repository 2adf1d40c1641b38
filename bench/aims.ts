import type { Result } from './run.ts';
import type { ServerKind } from './workloads.ts';

/** A performance target and the measured value. */
export interface Aim {
  text: string;
  value: number;
  met: boolean;
}

/** The number of connections at which targets are evaluated. */
const CONNECTIONS = 16;
const NEAREST = ['nearest', 'nearest, service and state'];

/**
 * Computes the maximum rate of the repeated mix from the two baselines: every response at the rate
 * of a fixed body, except new requests, which cost a query at the rate of the bare pool. Returned
 * as a share of the fixed body's rate.
 */
export function maxMixShare(
  results: Result[],
  newShare: number,
): { size: number; share: number }[] {
  const rate = rates(results);
  return sizesOf(results).map((size) => {
    const fixed = rate('90 % repeated', 'fixed', size);
    const seconds = (1 - newShare) / fixed + newShare / rate('nearest', 'pool', size);
    return { size, share: 1 / seconds / fixed };
  });
}

/** Evaluates every target by responses per second at 16 connections. */
export function evaluate(results: Result[]): Aim[] {
  const sizes = sizesOf(results);
  const rate = rates(results);
  const atLeast = (text: string, value: number, aim: number): Aim => ({
    text: `${text}: ${value.toFixed(2)}, at least ${aim}`,
    value,
    met: value >= aim,
  });
  const atMost = (text: string, value: number, aim: number): Aim => ({
    text: `${text}: ${value.toFixed(2)}, at most ${aim}`,
    value,
    met: value <= aim,
  });
  const [smallest = 0] = sizes;
  const largest = sizes.at(-1) ?? 0;
  const ours = (workload: string, size: number) => rate(workload, 'amparo', size);
  const workloads = [...new Set(results.map(({ workload }) => workload))];
  return [
    ...sizes.flatMap((size) => [
      ...NEAREST.map((name) =>
        atLeast(
          `${name}, ${size} listings, share of the bare pool`,
          ours(name, size) / rate(name, 'pool', size),
          0.8,
        ),
      ),
      atLeast(
        `nearest, ${size} listings, times PostGraphile`,
        ours('nearest', size) / rate('nearest', 'postgraphile', size),
        3,
      ),
      atLeast(
        `90 % repeated, ${size} listings, share of Fastify's fixed body`,
        ours('90 % repeated', size) / rate('90 % repeated', 'fixed', size),
        0.5,
      ),
      atMost(
        `rare service in a far state, ${size} listings, cost against no filter`,
        ours('nearest', size) / ours('nearest, rare and far', size),
        3,
      ),
    ]),
    ...workloads.map((name) =>
      atMost(
        `${name}, cost of ${largest} listings against ${smallest}`,
        ours(name, smallest) / ours(name, largest),
        1.5,
      ),
    ),
  ];
}

function sizesOf(results: Result[]): number[] {
  return [...new Set(results.map(({ size }) => size))].sort((a, b) => a - b);
}

function rates(results: Result[]) {
  return (workload: string, server: ServerKind, size: number): number =>
    results.find(
      (row) =>
        row.workload === workload &&
        row.server === server &&
        row.size === size &&
        row.connections === CONNECTIONS,
    )?.perSecond ?? Number.NaN;
}

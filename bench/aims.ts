import type { ServerKind } from './questions.ts';
import type { Result } from './run.ts';

/** An aim and how near we came to it. */
export interface Aim {
  text: string;
  value: number;
  met: boolean;
}

/** The connections at which aims are judged. */
const CONNECTIONS = 16;
const NEAREST = ['nearest', 'nearest, service and state'];

/**
 * What the two floors allow the repeated mix together: every answer at the rate of a fixed body, but
 * for the new questions, which cost a query at the rate of the bare pool. As a share of the fixed
 * body's rate.
 */
export function mixAtBest(results: Result[], newShare: number): { size: number; share: number }[] {
  const rate = rates(results);
  return sizesOf(results).map((size) => {
    const fixed = rate('90 % repeated', 'fixed', size);
    const seconds = (1 - newShare) / fixed + newShare / rate('nearest', 'pool', size);
    return { size, share: 1 / seconds / fixed };
  });
}

/** Every aim, judged by answers per second at 16 connections. */
export function judge(results: Result[]): Aim[] {
  const sizes = sizesOf(results);
  const rate = rates(results);
  const least = (text: string, value: number, aim: number): Aim => ({
    text: `${text}: ${value.toFixed(2)}, at least ${aim}`,
    value,
    met: value >= aim,
  });
  const most = (text: string, value: number, aim: number): Aim => ({
    text: `${text}: ${value.toFixed(2)}, at most ${aim}`,
    value,
    met: value <= aim,
  });
  const [smallest = 0] = sizes;
  const largest = sizes.at(-1) ?? 0;
  const ours = (question: string, size: number) => rate(question, 'amparo', size);
  const questions = [...new Set(results.map(({ question }) => question))];
  return [
    ...sizes.flatMap((size) => [
      ...NEAREST.map((name) =>
        least(
          `${name}, ${size} listings, share of the bare pool`,
          ours(name, size) / rate(name, 'pool', size),
          0.8,
        ),
      ),
      least(
        `90 % repeated, ${size} listings, share of Fastify's fixed body`,
        ours('90 % repeated', size) / rate('90 % repeated', 'fixed', size),
        0.5,
      ),
      most(
        `rare service in a far state, ${size} listings, cost against no filter`,
        ours('nearest', size) / ours('nearest, rare and far', size),
        3,
      ),
    ]),
    ...questions.map((name) =>
      most(
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
  return (question: string, server: ServerKind, size: number): number =>
    results.find(
      (row) =>
        row.question === question &&
        row.server === server &&
        row.size === size &&
        row.connections === CONNECTIONS,
    )?.perSecond ?? Number.NaN;
}

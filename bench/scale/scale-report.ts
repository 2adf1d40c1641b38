import { table } from '../table.ts';
import { type Moment, moments, type RouteCost } from './route-costs.ts';

/** How much memory a server takes after load. */
export interface MemoryUse {
  size: number;
  megabytes: number;
  /** undefined: there is none. */
  bound?: number | undefined;
}

/** Formats what each route costs with many listings, as a ratio to few, and what is too much. */
export function scaleReport(costs: RouteCost[], memory: MemoryUse[]): string {
  const sizes = [...new Set(costs.map(({ size }) => size))].sort((a, b) => a - b);
  const routes = [...new Set(costs.map(({ route }) => route))];
  const [few = 0] = sizes;
  const many = sizes.at(-1) ?? 0;
  const costOf = (route: RouteCost['route'], size: number, moment: Moment): number =>
    costs.find((one) => one.route === route && one.size === size && one.moment === moment)
      ?.milliseconds ?? Number.NaN;
  const ratioOf = (route: RouteCost['route'], moment: Moment): number =>
    costOf(route, many, moment) / costOf(route, few, moment);
  const rows = routes.map((route) => {
    const ratios = moments.map((moment) => ratioOf(route, moment));
    return [
      Math.max(...ratios) <= route.bound ? 'met' : 'MISSED',
      `${route.route} ${route.of}`.trim(),
      `at most ${route.bound}`,
      ...ratios.map((ratio) => ratio.toFixed(2)),
      ...moments.flatMap((moment) => sizes.map((size) => costOf(route, size, moment).toFixed(1))),
    ];
  });
  const header = [
    '',
    'route',
    `${many} : ${few}`,
    ...moments,
    ...moments.flatMap((moment) => sizes.map((size) => `${moment} ${size} ms`)),
  ];
  const memoryLines = memory.map(({ size, megabytes, bound }) =>
    bound === undefined
      ? `${size} listings: ${megabytes} MB`
      : `${megabytes <= bound ? 'met' : 'MISSED'}  ${size} listings: ${megabytes} MB after load, at most ${bound}`,
  );
  return [...table([header, ...rows]), '', ...memoryLines, ''].join('\n');
}

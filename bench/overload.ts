import { type MeasuredServer, measure } from './servers.ts';
import type { Workload } from './workloads.ts';

const ORDINARY_CONNECTIONS = [16, 64];
const MANY_CONNECTIONS = 512;
const MIN_SHARE = 0.8;
const SECONDS = 5;
const ROUNDS = 3;

/**
 * Measures how many requests a server answers correctly when many more arrive than it can answer.
 *
 * @returns lines of text
 */
export async function measureOverload(
  { url }: MeasuredServer,
  workload: Workload,
): Promise<string[]> {
  const shares: { share: number; peak: number; rate: number; p99: number; refused: number }[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const run = async (connections: number) => {
      const paths = workload.paths(round * 10_000 + connections);
      const requests = paths.map((path) => ({ path }));
      return await measure({ url, connections, seconds: SECONDS, requests });
    };
    const ordinary: number[] = [];
    for (const connections of ORDINARY_CONNECTIONS) {
      ordinary.push((await run(connections)).perSecond);
    }
    const { perSecond: rate, p99, errors } = await run(MANY_CONNECTIONS);
    const peak = Math.max(...ordinary);
    shares.push({ share: rate / peak, peak, rate, p99, refused: errors / SECONDS });
  }
  const [median] = shares.sort((a, b) => a.share - b.share).slice(Math.floor(ROUNDS / 2));
  if (!median) return [];
  const { share, peak, rate, p99, refused } = median;
  return [
    `${share >= MIN_SHARE ? 'met   ' : 'MISSED'}  ${workload.name}, correct responses at ${MANY_CONNECTIONS} connections, share of the best of ${ORDINARY_CONNECTIONS.join(' and ')}: ${share.toFixed(2)}, at least ${MIN_SHARE}`,
    `        ${rate.toFixed(0)} against ${peak.toFixed(0)} per second; ${refused.toFixed(0)} refused per second; p99 of those answered and refused ${p99.toFixed(0)} ms`,
  ];
}

import { commonService, farState, rareService } from '../test/directory/generated-listing.ts';
import type { Towns } from '../test/directory/generated-towns.ts';
import { SeededRandom } from '../test/directory/seeded-random.ts';

export type ServerKind = 'amparo' | 'pool' | 'fixed' | 'postgraphile';

/** A kind of request, and the servers that support it. */
export interface Workload {
  name: string;
  servers: ServerKind[];
  /** Returns URLs of different requests of this kind, always the same for the same seed. */
  paths(seed: number): string[];
}

const DISTINCT_REQUESTS = 16_384;
const MIXED_REQUESTS = 16_384;
const POPULAR_REQUESTS = 60;
/** Share of new requests in the repeated mix. */
export const NEW_SHARE = 0.1;
const STATES = ['US-TX', 'US-CA', 'US-AZ', 'MX-SON', 'MX-BCN'];
const WORDS = ['legal clinic', 'shelter', 'refugee center', 'casa', 'health post', 'esperanza'];

/** The workloads of a run, about the towns that the listings lie in. */
export function createWorkloads(towns: Towns): Workload[] {
  type RequestPath = (random: SeededRandom) => string;
  const point: RequestPath = (random) => {
    const { longitude, latitude } = towns.draw(random);
    const lat = (latitude + random.normal() * 0.2).toFixed(4);
    return `lat=${lat}&lon=${(longitude + random.normal() * 0.2).toFixed(4)}`;
  };
  const plain: RequestPath = (random) => `/v1/nearby?${point(random)}`;
  const filtered: RequestPath = (random) =>
    `/v1/nearby?${point(random)}&service=${commonService}&region=${random.pick(STATES)}`;
  const rare: RequestPath = (random) =>
    `/v1/nearby?${point(random)}&service=${rareService}&region=${farState}`;
  const map: RequestPath = (random) => {
    const { longitude, latitude } = towns.draw(random);
    const zoom = 8 + random.below(4);
    const half = 360 / 2 ** zoom;
    const west = longitude - half + (random.normal() * half) / 4;
    const box = [west, latitude - half / 2, west + 2 * half, latitude + half / 2];
    return `/v1/map?bbox=${box.map((degrees) => degrees.toFixed(4)).join(',')}&zoom=${zoom}`;
  };
  const words: RequestPath = (random) =>
    `/v1/listings?q=${encodeURIComponent(`${random.pick(WORDS)} ${towns.draw(random).name}`)}`;
  const named: RequestPath = (random) =>
    `/v1/nearby?near=${encodeURIComponent(towns.draw(random).name)}&service=${commonService}`;

  const mix = (seed: number): string[] => {
    const same = new SeededRandom(1);
    const popular = Array.from({ length: POPULAR_REQUESTS }, () =>
      same.pick([named, named, map, words])(same),
    );
    const random = new SeededRandom(seed);
    const fresh = [plain, plain, filtered, map, words];
    return Array.from({ length: MIXED_REQUESTS }, () =>
      random.next() < NEW_SHARE ? random.pick(fresh)(random) : random.pick(popular),
    );
  };
  const distinct = (path: RequestPath) => (seed: number) => {
    const random = new SeededRandom(seed);
    return Array.from({ length: DISTINCT_REQUESTS }, () => path(random));
  };
  return [
    { name: 'nearest', servers: ['amparo', 'pool', 'postgraphile'], paths: distinct(plain) },
    { name: 'nearest, service and state', servers: ['amparo', 'pool'], paths: distinct(filtered) },
    { name: 'nearest, rare and far', servers: ['amparo', 'pool'], paths: distinct(rare) },
    { name: 'map', servers: ['amparo'], paths: distinct(map) },
    { name: 'words', servers: ['amparo'], paths: distinct(words) },
    { name: '90 % repeated', servers: ['amparo', 'fixed'], paths: mix },
  ];
}

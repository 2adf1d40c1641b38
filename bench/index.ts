import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Cluster, startCluster } from '../test/database/cluster.ts';
import { fillDirectory, prepareRecords, settle } from '../test/directory/filled-directory.ts';
import type { Towns } from '../test/directory/generated-towns.ts';
import { type Question, questionsAbout } from './questions.ts';
import { machineFacts, report } from './report.ts';
import { type Extent, measureAll, type Servers } from './run.ts';
import { startServer } from './servers.ts';

// npm run bench [-- --quick] [--out FILE]: how fast we are beside what could be had at best.
const WHOLE: Extent = {
  sizes: [1_000, 10_000, 100_000],
  connections: [1, 16, 64],
  rounds: 3,
  seconds: 1.5,
};
const QUICK: Extent = { sizes: [1_000, 100_000], connections: [16], rounds: 2, seconds: 1 };
const SAMPLE = 100;

async function startAll(cluster: Cluster, extent: Extent, mix: Question): Promise<Servers> {
  const servers: Servers = new Map();
  for (const size of extent.sizes) {
    say(`Filling a database with ${size} listings`);
    const environment = { DATABASE_URL: await fillDirectory(cluster, size) };
    const amparo = await startServer('amparo', environment, '/health/ready');
    const pool = await startServer('pool', environment, '/v1/nearby?lat=31&lon=-106');
    const bytes = await averageBytes(amparo.url, mix);
    say(`An average answer of the mix has ${bytes} bytes`);
    const fixed = await startServer('fixed', { BODY_BYTES: String(bytes) }, '/v1/x');
    servers.set(size, { amparo, pool, fixed });
  }
  await settle(cluster);
  return servers;
}

async function averageBytes(url: string, mix: Question): Promise<number> {
  let sum = 0;
  for (const path of mix.paths(3).slice(0, SAMPLE)) {
    sum += (await (await fetch(url + path)).arrayBuffer()).byteLength;
  }
  return Math.round(sum / SAMPLE);
}

async function measured(cluster: Cluster, extent: Extent): Promise<string> {
  const towns: Towns = await prepareRecords(cluster);
  const questions = questionsAbout(towns);
  const servers = await startAll(cluster, extent, questions.at(-1) as Question);
  try {
    say('Measuring');
    const results = await measureAll(servers, questions, extent);
    if (results.some(({ errors }) => errors > 0)) process.exitCode = 1;
    return report(results, machineFacts());
  } finally {
    const all = [...servers.values()].flatMap((kinds) => Object.values(kinds));
    await Promise.all(all.map((server) => server.stop()));
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, out: { type: 'string' } } });
const started = Date.now();
const cluster = await startCluster({ durable: false });
try {
  const text = await measured(cluster, values.quick ? QUICK : WHOLE);
  process.stdout.write(text);
  if (values.out) writeFileSync(values.out, text);
} finally {
  await cluster.stop();
  say(`${Math.round((Date.now() - started) / 1000)} seconds in all`);
}

import 'reflect-metadata';
import { chromium, type Page } from 'playwright-core';
import { type Cluster, startCluster } from '../test/database/cluster.ts';
import { fillDirectory, prepareRecords, settle } from '../test/database/filled-directory.ts';
import { startServer } from './servers.ts';

// npm run bench:map: measures the frames per second of the map while it is panned on a slow phone.
const LISTINGS = 10_000;
const CPU_SLOWDOWN = 4;
const ROUNDS = 5;
const STEPS = 90;
const STEP_PIXELS = 6;
const MIN_FRAMES_PER_SECOND = 50;
const WINDOW = { width: 412, height: 823 };

/** Pans the map back and forth, and returns the frames drawn per second. */
async function framesWhilePanning(page: Page): Promise<number> {
  const box = await page.locator('.map.leaflet-container').boundingBox();
  if (!box) throw new Error('The page has no map.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 3];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(countFrames);
  for (let step = 1; step <= STEPS; step += 1) {
    const offset = STEP_PIXELS * (step <= STEPS / 2 ? step : STEPS - step);
    await page.mouse.move(x - offset / 3, y + offset / 4);
  }
  const perSecond = await page.evaluate(framesPerSecond);
  await page.mouse.up();
  return perSecond;
}

// Both functions run in the page.
function countFrames(): void {
  const counted = { frames: 0, startedAt: performance.now() };
  Object.assign(window, { counted });
  const count = (): void => {
    counted.frames += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
}

function framesPerSecond(): number {
  const { counted } = window as unknown as { counted: { frames: number; startedAt: number } };
  return (counted.frames * 1000) / (performance.now() - counted.startedAt);
}

async function measure(url: string): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: WINDOW });
  await page.goto(`${url}/en/`);
  await page.locator('#map').scrollIntoViewIfNeeded();
  await page.waitForSelector('.cluster, .dot');
  const features = await page.locator('.pin, .cluster, .dot').count();
  process.stdout.write(
    `${LISTINGS} listings, ${features} signs on the map, CPU ${CPU_SLOWDOWN} times slower\n`,
  );
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rates.push(await framesWhilePanning(page));
  await browser.close();
  return rates;
}

async function run(cluster: Cluster): Promise<number[]> {
  await prepareRecords(cluster);
  const url = await fillDirectory(cluster, LISTINGS);
  await settle(cluster);
  const server = await startServer('amparo', { DATABASE_URL: url }, '/health/ready');
  try {
    return await measure(server.url);
  } finally {
    await server.stop();
  }
}

const cluster = await startCluster({ durable: false });
try {
  const rates = await run(cluster);
  const median = [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)] as number;
  const each = rates.map((rate) => rate.toFixed(1)).join(', ');
  process.stdout.write(
    `frames per second: ${each}; median ${median.toFixed(1)}, at least ${MIN_FRAMES_PER_SECOND}\n`,
  );
  if (median < MIN_FRAMES_PER_SECOND) process.exitCode = 1;
} finally {
  await cluster.stop();
}

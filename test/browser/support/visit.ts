import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { DeviceFonts } from './device-fonts.ts';
import { type RunningServer, startBuiltServer } from './running-server.ts';

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1440, height: 900 };

/** The built server and a browser, for all tests of a file. */
export interface House {
  server: RunningServer;
  /** @param path on the server, or a whole address that leads to it */
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>;
}

export interface Visit {
  page: Page;
  /** Every address that the page asked for. */
  asked: string[];
  /** Errors and warnings of the page's console, and what it threw. */
  complaints: string[];
  /** Ends the visit; it must have left no cookie, and asked nobody else for anything. */
  leave(): Promise<void>;
}

/**
 * Opened before the first test of a file, and closed after its last.
 *
 * @param environment what is configured, asked for when it opens
 * @param fonts those of the device, where it matters which it has
 */
export function houseForAll(
  environment: () => NodeJS.ProcessEnv | Promise<NodeJS.ProcessEnv> = () => ({}),
  fonts?: DeviceFonts,
): House {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Promise.resolve(environment()).then(startBuiltServer),
      Promise.resolve(fonts?.install()).then(startBrowser),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    fonts?.forget();
  });
  return {
    get server() {
      return server;
    },
    visit: (path, options) => visit(browser, new URL(path, server.address).href, options),
  };
}

function startBrowser(environment: NodeJS.ProcessEnv = {}): Promise<Browser> {
  return chromium.launch({
    env: { ...process.env, ...environment },
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium-headless-shell',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Goes to the map, which on a phone lies below the list and comes when it is gone to. */
export async function seeMap(page: Page): Promise<void> {
  await page.locator('#map').scrollIntoViewIfNeeded();
  await page.waitForSelector('.map.leaflet-container');
}

async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: DESK, locale: 'en-US', ...options });
  const page = await context.newPage();
  const { origin } = new URL(address);
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  const leave = async () => {
    expect(await context.cookies()).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([]);
    await context.close();
  };
  return { page, asked, complaints, leave };
}

import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { copyOfEmbeddedData, newFolder, serverDatabase } from '../../database/test-databases.ts';
import { sharedBrowser, startBrowser } from './browser.ts';
import type { DeviceFonts } from './device-fonts.ts';
import { type RunningServer, startBuiltServer } from './running-server.ts';

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1440, height: 900 };

/** A built server and a browser, for all tests of a file. */
export interface TestSite {
  server: Pick<RunningServer, 'address' | 'log'>;
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
  close(): Promise<void>;
}

/** What a server of a file's own has, before it starts. */
interface OwnData {
  /** An existing folder. */
  dataFolder: string;
  /**
   * Of a PostgreSQL server, with the records; '' where none is installed, and they are in the
   * folder.
   */
  databaseUrl: string;
}

/** What is configured besides; there is time to fill the database first. */
type Environment = (own: OwnData) => NodeJS.ProcessEnv | Promise<NodeJS.ProcessEnv>;

/**
 * The site that all spec files share. A file that configures its server, or changes the directory,
 * gets a server of its own.
 *
 * @param fonts those of the device, where it matters which it has
 */
export function testSite(environment?: Environment, fonts?: DeviceFonts): TestSite {
  let server: TestSite['server'];
  let browser: Browser;
  const visits: BrowserContext[] = [];
  const endings: (() => unknown)[] = [];
  beforeAll(async () => {
    if (environment) {
      const own = await ownServer(environment);
      endings.push(() => own.stop());
      server = own;
    } else {
      server = sharedServer();
    }
    if (fonts) {
      endings.push(() => fonts.forget());
      browser = await startBrowser(await fonts.install());
      endings.push(() => browser.close());
    } else {
      browser = await sharedBrowser();
    }
  });
  // Also those of a test that has failed.
  afterEach(async () => {
    for (const context of visits.splice(0)) await context.close();
  });
  afterAll(async () => {
    for (const end of endings.reverse()) await end();
  });
  return {
    get server() {
      return server;
    },
    visit: async (path, options) => {
      const context = await browser.newContext({ viewport: DESK, locale: 'en-US', ...options });
      visits.push(context);
      return await visit(context, new URL(path, server.address).href);
    },
  };
}

function sharedServer(): TestSite['server'] {
  const { address, log } = inject('site');
  return { address, log: () => readFileSync(log, 'utf8').split('\n') };
}

/** On a server's database where there is one, which starts sooner than the embedded engine. */
async function ownServer(environment: Environment): Promise<RunningServer> {
  const onServer = inject('databases').serverUrl !== '';
  const dataFolder = onServer ? newFolder() : copyOfEmbeddedData();
  const database = onServer ? await serverDatabase() : null;
  const databaseUrl = database?.url ?? '';
  const configured = await environment({ dataFolder, databaseUrl });
  const server = await startBuiltServer({
    AMPARO_DATA_DIR: dataFolder,
    DATABASE_URL: databaseUrl,
    ...configured,
  });
  const stop = async () => {
    await server.stop();
    await database?.drop();
  };
  return { ...server, stop };
}

/** Goes to the map, which on a phone lies below the list and comes when it is gone to. */
export async function seeMap(page: Page): Promise<void> {
  await page.locator('#map').scrollIntoViewIfNeeded();
  await page.waitForSelector('.map.leaflet-container');
}

async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage();
  // A slow machine is no fault: what hangs is ended by the test's own limit.
  context.setDefaultTimeout(0);
  const { origin } = new URL(address);
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  const close = async () => {
    expect(await context.cookies()).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([]);
    await context.close();
  };
  return { page, asked, complaints, close };
}

import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { copyOfEmbeddedData, newFolder, serverDatabase } from '../../database/test-databases.ts';
import { sharedBrowser, startBrowser } from './browser.ts';
import type { DeviceFonts } from './device-fonts.ts';
import { type RunningServer, startBuiltServer } from './running-server.ts';

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1440, height: 900 };
/** Where the service worker matters: it comes with every page, and fetches a copy of all. */
export const KEEPS_COPY = { serviceWorkers: 'allow' } as const;

const WORKER_BLOCKED = 'Service Worker registration blocked by Playwright';

/** A built server and a browser, for all tests of a file. */
export interface TestSite {
  server: Pick<RunningServer, 'address' | 'log'>;
  /**
   * Without `KEEPS_COPY` no copy of the directory comes to the device.
   *
   * @param path on the server, or a whole address that leads to it
   */
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>;
  /**
   * For files that look at page after page: a reader who goes from one to the next with every test,
   * and for whom each file of the site is fetched and compiled once. Closing a visit leaves it open
   * for the next one.
   */
  tour(options?: BrowserContextOptions): TestSite['visit'];
}

export interface Visit {
  page: Page;
  /** Every address that the page asked for. */
  asked: string[];
  /** Errors and warnings of the page's console, and what it threw. */
  complaints: string[];
  /** It must have left no cookie, and asked nobody else for anything. */
  expectPrivacy(): Promise<void>;
  /** Expects privacy, and ends the visit. */
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
  const arrive = (options?: BrowserContextOptions): Promise<BrowserContext> =>
    browser.newContext({
      viewport: DESK,
      locale: 'en-US',
      serviceWorkers: 'block',
      ...options,
    });
  return {
    get server() {
      return server;
    },
    visit: async (path, options) => {
      const context = await arrive(options);
      visits.push(context);
      return await visit(await openPage(context), new URL(path, server.address).href);
    },
    tour: (options) => {
      let watched: WatchedPage | undefined;
      return async (path) => {
        if (!watched) {
          watched = await openPage(await arrive(options));
          endings.push(watched.end);
        }
        watched.asked.length = 0;
        watched.complaints.length = 0;
        const stop = await visit(watched, new URL(path, server.address).href);
        return { ...stop, close: stop.expectPrivacy };
      };
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

interface WatchedPage {
  page: Page;
  asked: string[];
  complaints: string[];
  end(): Promise<void>;
}

async function openPage(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage();
  // A slow machine is no fault, yet what hangs must say what it waits for before the test's own limit.
  context.setDefaultTimeout(180_000);
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    const isComplaint = ['error', 'warning'].includes(message.type());
    if (isComplaint && message.text() !== WORKER_BLOCKED) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, asked, complaints, end: () => context.close() };
}

async function visit(
  { page, asked, complaints, end }: WatchedPage,
  address: string,
): Promise<Visit> {
  await page.goto(address);
  const { origin } = new URL(address);
  const expectPrivacy = async () => {
    expect(await page.context().cookies()).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([]);
  };
  const close = async () => {
    await expectPrivacy();
    await end();
  };
  return { page, asked, complaints, expectPrivacy, close };
}

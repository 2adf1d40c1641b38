import { type Browser, chromium } from 'playwright-core';

/** The browser that the spec files of a worker share. It ends with the worker. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= startBrowser();
  return shared;
}

let shared: Promise<Browser> | undefined;

/** @param environment what the browser knows about the device */
export function startBrowser(environment: NodeJS.ProcessEnv = {}): Promise<Browser> {
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

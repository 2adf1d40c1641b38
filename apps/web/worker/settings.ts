import type { NetworkFailure } from '../src/api-client/network-failure.ts';

/** Why nothing of our server arrived; the page knows whether there is a network at all. */
export type WorkerFailure = Exclude<NetworkFailure, 'none'>;

/** What the worker says itself, in one language. */
export interface WorkerTexts {
  /** The name of the language in the language itself. */
  name: string;
  /** Says that another language is shown; has the placeholder `{language}`. */
  otherLanguage: string;
  /** HTML by what has happened: says it, and offers to try again. */
  unopened: Record<WorkerFailure, string>;
  /** Everything of an HTML document before `unopened`. */
  head: string;
}

/** What the worker shares with the pages; see `worker-build.tsx`. */
export interface WorkerSettings {
  patienceMs: number;
  gatewayStatuses: number[];
  pageMarker: string;
  networkPage: string;
  openedFromCopy: string;
  /** The path of the file of `WorkerTexts` by language. */
  texts: string;
}

/** Written by the build. */
declare const WORKER_SETTINGS: WorkerSettings;

export const settings = WORKER_SETTINGS;

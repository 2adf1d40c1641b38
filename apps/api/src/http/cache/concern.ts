import type { ServerResponse } from 'node:http';
import type { DirectoryChange } from '#directory';

/** Whether a change concerns a response, which then has to be generated again. */
export type Concern = (change: DirectoryChange) => boolean;

const concerns = new WeakMap<ServerResponse, Concern>();

/** Says which changes concern a response. Without it every change does. */
export function limitConcern(response: ServerResponse, concern: Concern): void {
  concerns.set(response, concern);
}

/** Returns which changes concern a response. */
export function concernOf(response: ServerResponse): Concern {
  return concerns.get(response) ?? everyChange;
}

function everyChange(): boolean {
  return true;
}

import type { ServerResponse } from 'node:http';
import { sendProblem } from './plain-problem.ts';

const RETRY_AFTER_SECONDS = '5';

/** Sends 503 without the framework, which may not have started yet. */
export function sendNotReady(response: ServerResponse, path: string, detail: string): void {
  sendProblem(
    response,
    { code: 'unavailable', title: 'Not ready', status: 503, detail, path },
    { 'retry-after': RETRY_AFTER_SECONDS },
  );
}

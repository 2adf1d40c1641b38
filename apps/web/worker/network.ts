import { settings, type WorkerFailure } from './settings.ts';

export interface Attempt {
  /** Resolves when a response of our server has begun to arrive, or when it is clear that none will. */
  outcome: Promise<Response | WorkerFailure>;
  /** Like `outcome`, but `silent` if nothing is clear in time. */
  inTime: Promise<Response | WorkerFailure>;
  /** Gives up what has not begun to arrive. */
  abort(): void;
}

/** Sends a request to our server. */
export function attempt(request: Request): Attempt {
  const abort = new AbortController();
  const outcome = outcomeOf(request, abort.signal);
  const silence = new Promise<WorkerFailure>((resolve) => {
    setTimeout(() => resolve('silent'), settings.patienceMs);
  });
  return { outcome, inTime: Promise.race([outcome, silence]), abort: () => abort.abort() };
}

async function outcomeOf(request: Request, signal: AbortSignal): Promise<Response | WorkerFailure> {
  try {
    const response = await fetch(request, { signal });
    if (settings.gatewayStatuses.includes(response.status)) return 'gateway';
    if (response.type === 'opaqueredirect') {
      return (await leadsToUs(request, signal)) ? response : 'portal';
    }
    return isForeign(response) ? 'portal' : response;
  } catch {
    return 'silent';
  }
}

/** Whether a response is HTML that our server has not written. */
export function isForeign({ headers }: Response): boolean {
  const isHtml = (headers.get('content-type') ?? '').startsWith('text/html');
  return isHtml && !headers.has(settings.pageMarker);
}

/** Whether a redirect leads to a page of ours. Where to is hidden, so it is followed once. */
async function leadsToUs({ url, headers }: Request, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, { headers, signal, mode: 'same-origin' });
    await response.body?.cancel();
    return !isForeign(response);
  } catch {
    return false;
  }
}

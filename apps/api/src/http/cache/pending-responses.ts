import type { IncomingMessage, ServerResponse } from 'node:http';

/** How the generation of a response has ended: the client of the request may have gone before. */
type End = 'sent' | 'abandoned';

/** Responses that are being generated, by cache key, so that equal requests wait for one. */
export class PendingResponses {
  private readonly byKey = new Map<string, Promise<End>>();
  private readonly ends = new WeakMap<IncomingMessage, (end: End) => void>();

  get(key: string): Promise<End> | undefined {
    return this.byKey.get(key);
  }

  /** Lets equal requests wait for the response to this one. */
  begin(key: string, request: IncomingMessage, response: ServerResponse): void {
    let resolve = (_: End): void => {};
    const promise = new Promise<End>((done) => {
      resolve = done;
    });
    this.byKey.set(key, promise);
    this.ends.set(request, (end) => {
      if (this.byKey.get(key) === promise) this.byKey.delete(key);
      resolve(end);
    });
    response.once('close', () =>
      this.end(request, response.writableFinished ? 'sent' : 'abandoned'),
    );
  }

  /** Lets the requests continue that wait for the response to this one. */
  end(request: IncomingMessage, end: End = 'sent'): void {
    this.ends.get(request)?.(end);
  }
}

import { LRUCache } from 'lru-cache';
import type { DataVersion } from './data-versions.ts';
import type { SentResponse } from './replay.ts';
import { type MarkStale, staleForm, staleHeaders } from './stale-response.ts';

const MAX_BYTES = 64 * 1024 * 1024;
/** Approximate overhead of an entry in addition to its body and its key. */
const ENTRY_BYTES = 500;
const MINUTE_MS = 60_000;

interface StoredResponse extends SentResponse {
  /** null: it does not change with time. */
  minute: number | null;
}

export interface StaleOptions {
  /** How long after it was known to be true a response is sent; 0: not at all. */
  maxStaleMs: number;
  markStale: MarkStale;
}

/** The stored responses to requests, by cache key; all of one version of the data. */
export class StoredResponses {
  private readonly responses = new LRUCache<string, StoredResponse>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ body }, key) => body.length + key.length + ENTRY_BYTES,
  });
  private readonly staleForms = new WeakMap<StoredResponse, Promise<SentResponse>>();
  private sequence = -1;
  /** When the last version was current, milliseconds since 1970. */
  private validAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: StaleOptions) {}

  /** Whether there is a response of some version. */
  has(key: string): boolean {
    return this.responses.has(key);
  }

  /** @param now milliseconds since 1970, at which the version is current */
  find(key: string, { sequence, minute }: DataVersion, now: number): SentResponse | null {
    if (sequence !== this.sequence) {
      this.sequence = sequence;
      this.responses.clear();
    }
    this.validAt = now;
    const stored = this.responses.get(key);
    return stored && (stored.minute === null || stored.minute === minute) ? stored : null;
  }

  /** Stores a response of a version, unless it is known to be an old one. */
  store(key: string, sent: SentResponse, version: { sequence: number; minute: number | null }) {
    if (version.sequence === this.sequence) {
      this.responses.set(key, { ...sent, minute: version.minute });
    }
  }

  /** Returns a response with the signs that it may be out of date; null if there is none so recent. */
  async findStale(key: string, now: number): Promise<SentResponse | null> {
    const stored = this.responses.get(key);
    if (!stored) return null;
    const { minute } = stored;
    const end = minute === null ? Number.POSITIVE_INFINITY : (minute + 1) * MINUTE_MS;
    const validAt = Math.min(this.validAt, end);
    if (now - validAt >= this.options.maxStaleMs) return null;
    const form = this.staleForms.get(stored) ?? staleForm(stored, this.options.markStale);
    this.staleForms.set(stored, form);
    const { headers, ...rest } = await form;
    return { ...rest, headers: { ...headers, ...staleHeaders(validAt, now) } };
  }
}

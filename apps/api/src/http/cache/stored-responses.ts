import { LRUCache } from 'lru-cache';
import type { DataVersion, DataVersions } from './data-versions.ts';
import type { SentResponse } from './replay.ts';
import { type MarkStale, staleForm, staleHeaders } from './stale-response.ts';

const MAX_BYTES = 20 * 1024 * 1024;
/** A larger one would displace many others: such as a file of the sitemap that is not compressed. */
const MAX_ENTRY_BYTES = 2 * 1024 * 1024;
/** Approximate overhead of an entry in addition to its body and its key. */
const ENTRY_BYTES = 500;
const MINUTE_MS = 60_000;

interface StoredResponse extends SentResponse {
  /** The sequence number of the last change that is known not to concern it. */
  sequence: number;
  /** null: it does not change with time. */
  minute: number | null;
}

export interface StaleOptions {
  /** How long after it was known to be true a response is sent; 0: not at all. */
  maxStaleMs: number;
  markStale: MarkStale;
}

type ChangesBetween = DataVersions['changesBetween'];

/** The stored responses to requests, by cache key, until a change concerns them. */
export class StoredResponses {
  private readonly responses = new LRUCache<string, StoredResponse>({
    maxSize: MAX_BYTES,
    maxEntrySize: MAX_ENTRY_BYTES,
    sizeCalculation: ({ body }, key) => body.length + key.length + ENTRY_BYTES,
  });
  private readonly staleForms = new WeakMap<StoredResponse, Promise<SentResponse>>();
  private sequence = -1;
  private changesBetween: ChangesBetween = () => null;
  /** When the last version was current, milliseconds since 1970. */
  private validAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: StaleOptions) {}

  /** Whether there is a response of some version. */
  has(key: string): boolean {
    return this.responses.has(key);
  }

  /** @param versions of which this one is current */
  find(
    key: string,
    { sequence, minute }: DataVersion,
    versions: DataVersions,
  ): SentResponse | null {
    this.sequence = sequence;
    this.changesBetween = versions.changesBetween;
    this.validAt = versions.now();
    const stored = this.current(key);
    return stored && (stored.minute === null || stored.minute === minute) ? stored : null;
  }

  /** Stores a response of a version, unless it is known to be an old one. */
  store(key: string, sent: SentResponse, version: { sequence: number; minute: number | null }) {
    if (version.sequence === this.sequence) this.responses.set(key, { ...sent, ...version });
  }

  /** Returns a response with the signs that it may be out of date; null if there is none so recent. */
  async findStale(key: string, now: number): Promise<SentResponse | null> {
    const stored = this.current(key);
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

  /** Returns a response that no change concerns up to the last one; forgets it if one does. */
  private current(key: string): StoredResponse | undefined {
    const stored = this.responses.get(key);
    if (!stored || stored.sequence === this.sequence) return stored;
    const changes = this.changesBetween(stored.sequence, this.sequence);
    if (changes && !changes.some((change) => stored.concern(change))) {
      stored.sequence = this.sequence;
      return stored;
    }
    this.responses.delete(key);
    return undefined;
  }
}

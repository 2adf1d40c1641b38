import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { networkOf } from '../../http/security/network-of.ts';
import { Clock } from '../shared/state/clock.ts';

const MAX_PER_HOUR = 10;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const MAX_SENDERS = 20_000;

/**
 * Limits the suggestions of one sender, so that nobody can close the form for everybody else. Senders
 * are known by a hash with a key that changes daily, in the memory of this process alone.
 */
@Injectable()
export class SenderLimit {
  private key = randomBytes(32);
  private day = 0;
  private readonly sent = new LRUCache<string, number>({
    max: MAX_SENDERS,
    ttl: HOUR_MS,
    noUpdateTTL: true,
  });

  constructor(private readonly clock: Clock) {}

  /** Counts a suggestion of the sender at an IP address, and returns whether it is one too many. */
  isExceeded(address: string): boolean {
    const sender = this.hash(address);
    const count = (this.sent.get(sender) ?? 0) + 1;
    this.sent.set(sender, count);
    return count > MAX_PER_HOUR;
  }

  private hash(address: string): string {
    const day = Math.floor(this.clock.now().getTime() / DAY_MS);
    if (day !== this.day) {
      this.day = day;
      this.key = randomBytes(32);
      this.sent.clear();
    }
    return createHmac('sha256', this.key).update(networkOf(address)).digest('base64url');
  }
}

import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IDENTITY_OPTIONS, type IdentityOptions, ThrottleRepository } from '#identity';
import { TooManyError } from '../../http/problems/problems.ts';
import { networkOf } from '../../http/security/network-of.ts';
import { Clock } from '../../public/shared/state/clock.ts';

const MINUTE_MS = 60_000;
/** How many attempts fail before more are refused, and for how long they are counted. */
const BY_ADDRESS = { max: 20, windowMs: 10 * MINUTE_MS };
const BY_ACCOUNT = { max: 10, windowMs: 15 * MINUTE_MS };
/** How many mails somebody can have sent to one address. */
const REQUESTS_BY_ACCOUNT = { max: 3, windowMs: 60 * MINUTE_MS };

/** What is counted apart from the rest. Passkeys are not counted by account: nobody can guess one. */
export type Attempt = 'password' | 'code' | 'passkey' | 'link' | 'password-request' | 'provider';

export interface Attempted {
  attempt: Attempt;
  ip: string;
  /** What is known of whose account it is: its e-mail address or id. */
  account?: string;
}

interface CountedKey {
  key: Buffer;
  max: number;
  windowMs: number;
  isOfAccount: boolean;
}

/**
 * Refuses attempts after too many have failed, from the same network or for the same account, for
 * all servers together. What is stored tells neither address nor account.
 */
@Injectable()
export class Throttle {
  constructor(
    @Inject(IDENTITY_OPTIONS) private readonly options: IdentityOptions,
    private readonly attempts: ThrottleRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs an attempt, which counts unless it succeeds.
   * @throws TooManyError when too many have failed, or what the attempt throws
   */
  async limit<Result>(attempted: Attempted, run: () => Promise<Result>): Promise<Result> {
    const keys = await this.count(attempted);
    const result = await run();
    for (const { key, isOfAccount } of keys) {
      await (isOfAccount ? this.attempts.clear(key) : this.attempts.takeBack(key));
    }
    return result;
  }

  /**
   * Counts what is limited though it succeeds.
   * @throws TooManyError when there was too much of it
   */
  async count(attempted: Attempted): Promise<CountedKey[]> {
    const keys = this.keysOf(attempted);
    for (const { key, max, windowMs } of keys) await this.countOne(key, { max, windowMs });
    return keys;
  }

  private async countOne(key: Buffer, limit: { max: number; windowMs: number }): Promise<void> {
    const now = this.clock.now();
    const { count, until } = await this.attempts.count(key, now, limit.windowMs);
    if (count <= limit.max) return;
    const seconds = Math.ceil((until.getTime() - now.getTime()) / 1_000);
    throw new TooManyError('Too many attempts: try again later.', seconds);
  }

  private keysOf({ attempt, ip, account }: Attempted): CountedKey[] {
    const network = Buffer.from(networkOf(ip)).toString('hex');
    const byAddress = { ...BY_ADDRESS, key: this.hash(attempt, 'address', network) };
    if (account === undefined) return [{ ...byAddress, isOfAccount: false }];
    const limit = attempt === 'password-request' ? REQUESTS_BY_ACCOUNT : BY_ACCOUNT;
    const byAccount = { ...limit, key: this.hash(attempt, 'account', account) };
    return [
      { ...byAddress, isOfAccount: false },
      { ...byAccount, isOfAccount: true },
    ];
  }

  private hash(...parts: string[]): Buffer {
    return createHmac('sha256', this.options.secret).update(parts.join('\n')).digest();
  }
}

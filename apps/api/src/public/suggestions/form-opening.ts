import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SIGN, type Sign } from '../../http/security/security.module.ts';
import { Clock } from '../shared/state/clock.ts';

/** Nobody reads a form and writes in it faster. */
const MIN_MS = 2_000;
const MAX_MS = 24 * 60 * 60 * 1000;

/**
 * Knows since when a form has been open, without a cookie and without storing anything: the form
 * carries a signed time.
 */
@Injectable()
export class FormOpening {
  constructor(
    @Inject(SIGN) private readonly sign: Sign,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns what a form carries.
   *
   * @param opened what it carried when it was shown before, which it keeps
   */
  open(opened = ''): string {
    if (this.ageOf(opened) !== null) return opened;
    const time = String(this.clock.now().getTime());
    return `${time}.${this.signatureOf(time)}`;
  }

  /** Returns whether a form has been open for as long as a person needs, and for less than a day. */
  isLongEnough(opened: string): boolean {
    const age = this.ageOf(opened);
    return age !== null && age >= MIN_MS;
  }

  /** In milliseconds; null: this site did not open it, or more than a day ago. */
  private ageOf(opened: string): number | null {
    const [time = '', signature = ''] = opened.split('.');
    if (!isEqual(signature, this.signatureOf(time))) return null;
    const age = this.clock.now().getTime() - Number(time);
    return age <= MAX_MS ? age : null;
  }

  private signatureOf(time: string): string {
    return this.sign(`form opened ${time}`);
  }
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

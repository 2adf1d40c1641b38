import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { VerificationDays } from '#contract';
import { ConfirmationRepository, type LinkState, ReminderRepository } from '#editorial';
import type { ConfirmationView, Language } from '#site';
import { VERIFICATION_DAYS } from '../admin/verification/verification-days.ts';
import { Clock } from '../public/shared/state/clock.ts';

/** What a page behind a mailed link was opened with. */
export interface MailedLink {
  language: Language;
  token: string;
}

type Reason = 'changed' | 'length' | null;

const MIN_LENGTH = 3;
const MAX_LENGTH = 2000;

/** What organizations say about their own records, by a link that was mailed to them. */
@Injectable()
export class ConfirmationService implements OnApplicationBootstrap {
  constructor(
    private readonly confirmations: ConfirmationRepository,
    private readonly reminders: ReminderRepository,
    private readonly clock: Clock,
    @Inject(VERIFICATION_DAYS) private readonly days: VerificationDays,
  ) {}

  /** While mails are sent a job deletes them daily. */
  async onApplicationBootstrap(): Promise<void> {
    await this.reminders.deleteOldLinks(this.clock.now());
  }

  /** Shows what would be confirmed; it changes nothing. */
  async ask(link: MailedLink, problem: Reason = null, text = ''): Promise<ConfirmationView> {
    const now = this.clock.now();
    const shown = await this.confirmations.shown(link.token, now);
    if (shown) return { ...link, state: 'ask', ...shown, problem, text };
    return ended(link, await this.confirmations.stateOf(link.token, now));
  }

  /** @param version of the record that was shown */
  async confirm(link: MailedLink, version: number): Promise<ConfirmationView> {
    const settings = { now: this.clock.now(), days: this.days };
    const state = await this.confirmations.confirm(link.token, version, settings);
    if (state === 'changed') return await this.ask(link, 'changed');
    return { ...link, state };
  }

  async report(link: MailedLink, written: string): Promise<ConfirmationView> {
    const text = written.trim();
    if (text.length < MIN_LENGTH || text.length > MAX_LENGTH) {
      return await this.ask(link, 'length', text.slice(0, MAX_LENGTH));
    }
    const state = await this.confirmations.report(link.token, text, this.clock.now());
    return state === 'good' ? { ...link, state: 'reported' } : ended(link, state);
  }

  /** A link that was used or is too old unsubscribes, too. */
  async askToStop(link: MailedLink): Promise<ConfirmationView> {
    const state = await this.confirmations.stateOf(link.token, this.clock.now());
    return { ...link, state: state === 'unknown' ? 'unknown' : 'stop' };
  }

  async stop(link: MailedLink): Promise<ConfirmationView> {
    const isKnown = await this.reminders.optOut(link.token, this.clock.now());
    return { ...link, state: isKnown ? 'stopped' : 'unknown' };
  }
}

/** A good link of a record that is gone is as one that there never was. */
function ended(link: MailedLink, state: LinkState): ConfirmationView {
  return { ...link, state: state === 'good' ? 'unknown' : state };
}

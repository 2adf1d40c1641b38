import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { JobResult, JobWithMetadata } from 'pg-boss';
import { DataSource, type EntityManager } from 'typeorm';
import { Jobs } from '../jobs/jobs.ts';
import { type Mail, MailError, Mailer } from './mailer.ts';

/** The token of the `Outbox`; null without a mail server. */
export const OUTBOX = Symbol('OUTBOX');

export type MailKind = 'invitation' | 'password-reset' | 'reminder';

/** A mail that has not been written yet: what is stored of it is of no use to anybody else. */
export interface PlannedMail {
  kind: MailKind;
  /** Whom it is for; null: nobody, which nobody should notice. */
  id: string | null;
}

/** Writes a mail as it is sent; null: it is not wanted any more. */
export type Compose = (id: string) => Promise<Mail | null>;

const QUEUE = 'mail';

/**
 * Mails that wait to be sent. They are written when they are sent, so that no link is stored; one whose
 * attempt fails is written again, with another link.
 */
@Injectable()
export class Outbox implements OnApplicationBootstrap {
  private readonly log = new Logger('mail');
  private readonly writers = new Map<MailKind, Compose>();

  constructor(
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly dataSource: DataSource,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<PlannedMail>({ queue: QUEUE, run: (job) => this.deliver(job) });
  }

  /** Says who writes mails of a kind. */
  writtenBy(kind: MailKind, compose: Compose): void {
    this.writers.set(kind, compose);
  }

  /**
   * Plans a mail.
   *
   * @param manager of the transaction of what the mail is about; `deliverSoon` follows it
   */
  async add(mail: PlannedMail, manager: EntityManager): Promise<void> {
    await this.jobs.add(QUEUE, mail, manager);
  }

  /** Plans a mail that belongs to no transaction. */
  async addAlone(mail: PlannedMail): Promise<void> {
    await this.add(mail, this.dataSource.manager);
    this.deliverSoon();
  }

  /** Sends what was planned, without waiting for the next look. */
  deliverSoon(): void {
    this.jobs.wake(QUEUE);
  }

  private async deliver({ id, data, ...job }: JobWithMetadata<PlannedMail>): Promise<JobResult> {
    const { kind } = data;
    try {
      const mail = data.id === null ? null : await this.writers.get(kind)?.(data.id);
      if (mail) await this.mailer.send(mail, id);
      return { id, status: 'completed' };
    } catch (error) {
      const { message, isFinal = false } = error as MailError;
      const isLast = isFinal || job.retryCount >= job.retryLimit;
      this.log[isLast ? 'error' : 'warn'](`a mail of the kind ${kind} was not sent: ${message}`);
      return { id, status: isFinal ? 'deadletter' : 'failed', output: { reason: message } };
    }
  }
}

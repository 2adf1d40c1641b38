import type { SMTPTransportOptions } from 'nodemailer/lib/smtp-transport';
import type { Settings } from '../config/settings.ts';
import { isLoopback, type MailSender } from '../config/value-formats.ts';
import type { JobsOptions } from '../jobs/jobs.ts';

/** The token of `MailOptions`. */
export const MAIL_OPTIONS = Symbol('MAIL_OPTIONS');

/** How mails are sent. */
export interface MailOptions {
  server: SMTPTransportOptions;
  from: MailSender;
  /** Of the site, for the links in mails. */
  origin: string;
  jobs: JobsOptions;
}

/** The time of jobs, which tests bring. */
export type TestedJobs = Omit<JobsOptions, 'schedule'>;

const LIMITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Returns how mails are sent; null: there is no mail server. */
export function mailOptionsOf(settings: Settings, jobs: TestedJobs = {}): MailOptions | null {
  const { smtpUrl, smtpPassword, mailFrom: from, publicUrl } = settings;
  const schedule = settings.reminders === 'on';
  if (!smtpUrl || !from || !publicUrl) return null;
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  const pass = decodeURIComponent(url.password) || smtpPassword;
  const server = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !isLoopback(url.hostname),
    ...(user && pass ? { auth: { user, pass } } : {}),
    ...LIMITS,
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
  return { server, from, origin: new URL(publicUrl).origin, jobs: { ...jobs, schedule } };
}

import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { createTransport } from 'nodemailer';
import { MAIL_OPTIONS, type MailOptions } from './mail-options.ts';

/** A mail to one person, as plain text. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  headers?: Record<string, string>;
}

/** A mail was not sent. Its message has neither an address nor a text. */
export class MailError extends Error {
  override name = 'MailError';
  constructor(
    reason: string,
    /** Whether another attempt would fail, too. */
    readonly isFinal: boolean,
  ) {
    super(reason);
  }
}

const NO_ADDRESS = 'the address is none';
/** SMTP's code of failures that stay: the receiver does not exist. */
const REFUSED_FOR_GOOD = 500;

/** RFC 3834: nobody's absence is answered. */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated' };

/** Sends mails to the mail server. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport;

  constructor(@Inject(MAIL_OPTIONS) private readonly options: MailOptions) {
    this.transport = createTransport(options.server);
  }

  /**
   * @param id the same at each attempt, so that who receives it twice can tell
   * @throws MailError
   */
  async send({ to, subject, text, headers = {} }: Mail, id: string): Promise<void> {
    // With a line feed in it an address could name other receivers.
    if (!isEmail(to)) throw new MailError(NO_ADDRESS, true);
    const { from, origin } = this.options;
    try {
      await this.transport.sendMail({
        from,
        to: { name: '', address: to },
        ...{ subject, text, headers: { ...AUTOMATIC, ...headers } },
        ...{ messageId: `<${id}@${new URL(origin).hostname}>` },
      });
    } catch (error) {
      throw mailError(error as SmtpError);
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
}

/** The error of a server names whom the mail was for. */
function mailError({ code = 'unknown', responseCode }: SmtpError): MailError {
  const isFinal = code === 'EENVELOPE' && (responseCode ?? 0) >= REFUSED_FOR_GOOD;
  return new MailError([code, responseCode].filter(Boolean).join(' '), isFinal);
}

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as a mail server received it. */
export interface ReceivedMail {
  /** Whom the server was told to deliver it to. */
  receivers: string[];
  headers: Record<string, string>;
  text: string;
  /** As it came over the wire. */
  raw: string;
}

export interface MailServer {
  /** For `SMTP_URL`. */
  url: string;
  /** All that came, in their order. */
  received: ReceivedMail[];
  /** The next mail that nobody has taken yet. */
  next(): Promise<ReceivedMail>;
  /** What it answers instead of taking a mail; null: it takes it. */
  refusal: { responseCode: number; message: string } | null;
  /** Leaves the next connection without any answer, and settles once it is there. */
  stall(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a mail server on this machine that delivers nothing. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let taken = 0;
  let arrived = (): void => {};
  let onConnect: (() => void) | null = null;
  const at: MailServer = {
    ...{ url: '', received, refusal: null },
    next: async () => {
      while (received.length === taken) {
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
      }
      return received[taken++] as ReceivedMail;
    },
    stall: () =>
      new Promise((resolve) => {
        onConnect = resolve;
      }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => {
      if (!onConnect) return done();
      onConnect();
      onConnect = null;
    },
    onRcptTo: (_address, _session, done) =>
      done(at.refusal && Object.assign(new Error(at.refusal.message), at.refusal)),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const receivers = envelope.rcptTo.map(({ address }) => address);
        received.push({ receivers, ...parse(Buffer.concat(chunks).toString('latin1')) });
        done();
        arrived();
      });
    },
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  at.url = `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  return at;
}

/** Reads a mail of one part. */
function parse(raw: string): Omit<ReceivedMail, 'receivers'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const lines = head.replaceAll(/\r\n[ \t]/g, ' ').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.split(': ');
      return [name.toLowerCase(), decodeWords(value.join(': '))];
    }),
  );
  return { headers, text: decodeBody(rest.join('\r\n\r\n'), headers), raw };
}

function decodeBody(body: string, headers: Record<string, string>): string {
  const encoding = headers['content-transfer-encoding'];
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  const plain = encoding === 'quoted-printable' ? quotedPrintable(body) : body;
  return Buffer.from(plain, 'latin1').toString('utf8').replaceAll('\r\n', '\n').trim();
}

function quotedPrintable(text: string): string {
  return text
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}

/** Decodes the words of RFC 2047. */
function decodeWords(value: string): string {
  return value
    .replaceAll(/\?= +=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : Buffer.from(quotedPrintable(text.replaceAll('_', ' ')), 'latin1').toString('utf8'),
    );
}

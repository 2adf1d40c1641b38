import { readFileSync } from 'node:fs';
import { isEmail } from 'class-validator';

/** Parses the text of one environment variable; returns undefined for an invalid one. */
export interface ValueFormat<T> {
  /** Describes the allowed values for people; the text follows "must be". */
  allowed: string;
  parse(text: string): T | undefined;
}

/** Whom mails are from. */
export interface MailSender {
  name: string;
  address: string;
}

export function integer(min: number, max: number): ValueFormat<number> {
  return {
    allowed: `a whole number from ${min} to ${max}`,
    parse: (text) => {
      const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
  };
}

export function oneOf<const T extends string>(...choices: T[]): ValueFormat<T> {
  return {
    allowed: choices.map((choice) => `\`${choice}\``).join(', '),
    parse: (text) => choices.find((choice) => choice === text),
  };
}

export const folder: ValueFormat<string> = {
  allowed: 'the path of a folder, absolute or from the place where Amparo is started',
  parse: (text) => text,
};

export const hostName: ValueFormat<string> = {
  allowed: 'a host name or an IP address of this machine',
  parse: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined),
};

export const webAddress: ValueFormat<string> = {
  allowed: 'an `http://` or `https://` address without a query',
  parse: (text) => {
    const url = parseUrl(text, ['http:', 'https:']);
    return url && !url.search && !url.hash ? url.href.replace(/\/$/, '') : undefined;
  },
};

export const tileAddress: ValueFormat<string> = {
  allowed:
    'an address such as `https://tiles.example/{z}/{x}/{y}.png`, with `{z}`, `{x}` and `{y}` once each behind the host and no other braces; `http://` for this machine alone',
  parse: (text) => {
    const example = text.replace('{z}', '12').replace('{x}', '830').replace('{y}', '1654');
    const url = parseUrl(example, ['http:', 'https:']);
    const placesLeft = /^[^{}]+$/.test(example) && /^https?:\/\/[^/{}]+\/.*\{.*\{.*\{/.test(text);
    if (!url || !placesLeft || url.username || url.hash) return undefined;
    return url.protocol === 'https:' || isLoopback(url.hostname) ? text : undefined;
  },
};

export const plainText: ValueFormat<string> = {
  allowed: 'a line of at most 200 letters, without `<` and `>`',
  parse: (text) => (/^[^<>\p{Cc}]{1,200}$/u.test(text) ? text : undefined),
};

export const databaseAddress: ValueFormat<string> = {
  allowed: '`postgres://user:password@host:port/database`',
  parse: (text) => (parseUrl(text, ['postgres:', 'postgresql:']) ? text : undefined),
};

export const mailServer: ValueFormat<string> = {
  allowed:
    '`smtp://user:password@host:587`, which is encrypted by STARTTLS unless the host is this machine, or `smtps://user:password@host:465`',
  parse: (text) => {
    const url = parseUrl(text, ['smtp:', 'smtps:']);
    return url && /^\/?$/.test(url.pathname) && !url.search && !url.hash ? text : undefined;
  },
};

export const mailSender: ValueFormat<MailSender> = {
  allowed: 'an e-mail address, or a name and the address as in `Amparo <amparo@example.org>`',
  parse: (text) => {
    const [, name = '', address = text] = /^([^<>"\p{Cc}]{0,100})<([^<>]+)>$/u.exec(text) ?? [];
    return isEmail(address) ? { name: name.trim(), address } : undefined;
  },
};

export const secretFile: ValueFormat<string> = {
  allowed: 'the path of a file that can be read and has the password on its first line',
  parse: (path) => {
    try {
      return readFileSync(path, 'utf8').split(/\r?\n/, 1)[0] || undefined;
    } catch {
      return undefined;
    }
  },
};

export const timeZone: ValueFormat<string> = {
  allowed: 'the name of a time zone such as `America/Denver`',
  parse: (text) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    } catch {
      return undefined;
    }
  },
};

export const providerAddress: ValueFormat<string> = {
  allowed: 'an `https://` address without a query; `http://` for this machine alone',
  parse: (text) => {
    const address = webAddress.parse(text);
    const url = address === undefined ? undefined : new URL(address);
    return url && (url.protocol === 'https:' || isLoopback(url.hostname)) ? address : undefined;
  },
};

export const secret: ValueFormat<string> = {
  allowed: 'at least 32 characters, as `openssl rand -base64 32` makes them',
  parse: (text) => (text.length >= 32 ? text : undefined),
};

export const databaseAddresses: ValueFormat<string[]> = {
  allowed: 'addresses as in DATABASE_URL, with commas between them',
  parse: (text) => {
    const addresses = text.split(',').map((part) => part.trim());
    return addresses.every((address) => databaseAddress.parse(address)) ? addresses : undefined;
  },
};

export const trustedProxies: ValueFormat<boolean | string[]> = {
  allowed: '`off`, `on`, or the IP addresses or networks of the proxies, with commas between them',
  parse: (text) => {
    if (text === 'on' || text === 'off') return text === 'on';
    const networks = text.split(',').map((part) => part.trim());
    return networks.every((network) => /^[0-9a-f.:]+(\/\d{1,3})?$/i.test(network))
      ? networks
      : undefined;
  },
};

/** Whether a host name is that of this machine. */
export function isLoopback(hostname: string): boolean {
  return ['localhost', '[::1]'].includes(hostname) || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function parseUrl(text: string, protocols: string[]): URL | undefined {
  try {
    const url = new URL(text);
    return protocols.includes(url.protocol) && url.hostname + url.search ? url : undefined;
  } catch {
    return undefined;
  }
}

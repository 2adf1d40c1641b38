import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { configurationPage } from './configuration-page.ts';
import { parseSettings } from './settings.ts';

describe('readSettings', () => {
  it('needs nothing to be set', () => {
    expect(parseSettings({})).toMatchObject({ port: 3000, host: 'localhost', trustProxy: false });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(parseSettings({ PORT: '', DATABASE_URL: ' ' })).toEqual(parseSettings({}));
  });

  it('parses what is set', () => {
    const settings = parseSettings({
      PORT: '0',
      DATABASE_URL: 'postgres://me:pass@db/amparo',
      DATABASE_REPLICA_URLS: 'postgres://one/amparo, postgres://two/amparo',
      TRUST_PROXY: '10.0.0.0/8, ::1',
      PUBLIC_URL: 'https://amparo.example/',
    });
    expect(settings).toMatchObject({
      port: 0,
      databaseReplicaUrls: ['postgres://one/amparo', 'postgres://two/amparo'],
      trustProxy: ['10.0.0.0/8', '::1'],
      publicUrl: 'https://amparo.example',
    });
  });

  it('names every wrong variable in one error, without its value', () => {
    const environment = {
      PORT: '99999',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://root:secret@db/x',
    };
    expect(() => parseSettings(environment)).toThrow(
      /^The configuration is wrong: PORT must be .*DATABASE_URL must be .*LOG_LEVEL must be .*\.$/,
    );
    expect(() => parseSettings(environment)).not.toThrow(/secret/);
  });

  it('takes the password from a file, for the addresses that have none', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'amparo-test-')), 'password');
    onTestFinished(() => rmSync(dirname(file), { recursive: true }));
    writeFileSync(file, 'p@ss/w:rd%\nanything else\n');
    const { databaseUrl, databaseReplicaUrls } = parseSettings({
      DATABASE_URL: 'postgres://me@db/amparo',
      DATABASE_REPLICA_URLS: 'postgres://me:other@one/amparo, postgres://me@two/amparo',
      DATABASE_PASSWORD_FILE: file,
    });
    const passwords = [databaseUrl, ...(databaseReplicaUrls ?? [])].map((url) =>
      decodeURIComponent(new URL(String(url)).password),
    );
    expect(passwords).toEqual(['p@ss/w:rd%', 'other', 'p@ss/w:rd%']);
    const missing = { DATABASE_URL: 'postgres://me@db/amparo', DATABASE_PASSWORD_FILE: '/nowhere' };
    expect(() => parseSettings(missing)).toThrow('DATABASE_PASSWORD_FILE must be');
  });

  it('reads a mail server, whose password may be in a file, and whom mails are from', () => {
    const mail = {
      SMTP_URL: 'smtp://me@mail.example:587',
      MAIL_FROM: 'Amparo <amparo@example.org>',
      PUBLIC_URL: 'https://amparo.example',
    };
    expect(parseSettings(mail)).toMatchObject({
      smtpUrl: mail.SMTP_URL,
      mailFrom: { name: 'Amparo', address: 'amparo@example.org' },
    });
    expect(() => parseSettings({ SMTP_URL: mail.SMTP_URL })).toThrow(
      'MAIL_FROM must be set when SMTP_URL is; PUBLIC_URL must be set when SMTP_URL is.',
    );
    for (const MAIL_FROM of ['Amparo', 'Amparo <amparo>', 'a@example.org\r\nBcc: b@example.org']) {
      expect(() => parseSettings({ ...mail, MAIL_FROM })).toThrow('MAIL_FROM must be');
    }
    for (const SMTP_URL of ['mail.example', 'http://mail.example', 'smtp://mail.example/?tls=no']) {
      expect(() => parseSettings({ ...mail, SMTP_URL })).toThrow('SMTP_URL must be');
    }
  });

  it('needs a mail server for reminders that are on, and a time zone that there is', () => {
    expect(parseSettings({ REMINDERS: 'off' }).reminders).toBe('off');
    expect(() => parseSettings({ REMINDERS: 'on' })).toThrow('SMTP_URL must be set');
    const zone = (REMINDERS_TIME_ZONE: string) =>
      parseSettings({ REMINDERS_TIME_ZONE }).remindersTimeZone;
    expect(zone('America/Tijuana')).toBe('America/Tijuana');
    expect(() => zone('El Paso')).toThrow('REMINDERS_TIME_ZONE must be');
  });

  it('refuses replicas of no server', () => {
    expect(() => parseSettings({ DATABASE_REPLICA_URLS: 'postgres://one/amparo' })).toThrow(
      'DATABASE_URL must be set',
    );
  });
});

describe('STREETS_URL', () => {
  const streets = (url: string) =>
    parseSettings({
      STREETS_URL: url,
      STREETS_ATTRIBUTION: '© Somebody',
      PUBLIC_URL: 'https://amparo.example',
    }).streetsUrl;

  it.each([
    'https://tiles.example/{z}/{x}/{y}.png',
    'https://tiles.example/arcgis/tile/{z}/{y}/{x}?key=abc',
    'http://127.0.0.1:8080/{z}/{x}/{y}.webp',
    'http://localhost/{z}/{x}/{y}',
  ])('may be %s', (url) => {
    expect(streets(url)).toBe(url);
  });

  it.each([
    ['without a row', 'https://tiles.example/{z}/{x}.png'],
    ['of many hosts', 'https://{s}.tiles.example/{z}/{x}/{y}.png'],
    ['with the place in its host', 'https://{z}.tiles.example/{x}/{y}.png'],
    ['that others can read on the way', 'http://tiles.example/{z}/{x}/{y}.png'],
    ['with a password', 'https://me:geheim@tiles.example/{z}/{x}/{y}.png'],
    ['that is none', 'tiles.example/{z}/{x}/{y}.png'],
  ])('may not be one %s', (_, url) => {
    expect(() => streets(url)).toThrow(/STREETS_URL must be an address such as/);
    expect(() => streets(url)).not.toThrow(/geheim/);
  });

  it('needs an attribution and the contact address', () => {
    expect(() => parseSettings({ STREETS_URL: 'https://tiles.example/{z}/{x}/{y}.png' })).toThrow(
      'STREETS_ATTRIBUTION must be set when STREETS_URL is; PUBLIC_URL must be set when STREETS_URL is.',
    );
  });
});

describe('docs/configuration.md', () => {
  it('is what the schema says (run npm run docs:configuration)', () => {
    const page = new URL('../../../../docs/configuration.md', import.meta.url);
    expect(readFileSync(page, 'utf8')).toBe(configurationPage());
  });
});

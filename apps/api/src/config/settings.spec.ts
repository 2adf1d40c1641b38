import { readFileSync } from 'node:fs';
import { configurationPage } from './configuration-page.ts';
import { readSettings } from './settings.ts';

describe('readSettings', () => {
  it('needs nothing to be set', () => {
    expect(readSettings({})).toMatchObject({ port: 3000, host: 'localhost', trustProxy: false });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toEqual(readSettings({}));
  });

  it('parses what is set', () => {
    const settings = readSettings({
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
    expect(() => readSettings(environment)).toThrow(
      /^The configuration is wrong: PORT must be .*DATABASE_URL must be .*LOG_LEVEL must be .*\.$/,
    );
    expect(() => readSettings(environment)).not.toThrow(/secret/);
  });

  it('refuses replicas of no server', () => {
    expect(() => readSettings({ DATABASE_REPLICA_URLS: 'postgres://one/amparo' })).toThrow(
      'DATABASE_URL must be set',
    );
  });
});

describe('docs/configuration.md', () => {
  it('is what the schema says (run npm run docs:configuration)', () => {
    const page = new URL('../../../../docs/configuration.md', import.meta.url);
    expect(readFileSync(page, 'utf8')).toBe(configurationPage());
  });
});

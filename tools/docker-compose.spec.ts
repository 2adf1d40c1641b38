import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Service {
  environment: Record<string, string>;
  [setting: string]: unknown;
}

const text = readFileSync('docker-compose.yml', 'utf8');
const compose = parse(text) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  volumes: Record<string, unknown>;
};

/** Every path that a container can write to, and whether it outlives the container. */
const WRITABLE: Record<string, { volumes: string[]; tmpfs: string[] }> = {
  database: {
    volumes: ['database:/var/lib/postgresql/data'],
    tmpfs: ['/tmp', '/run/postgresql'],
  },
  server: { volumes: ['files:/data'], tmpfs: ['/tmp'] },
};

describe('docker-compose.yml', () => {
  it.each(Object.entries(compose.services))(
    'gives %s no more rights than it needs',
    (name, service) => {
      expect(Object.keys(compose.services)).toEqual(Object.keys(WRITABLE));
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        ...WRITABLE[name],
      });
      for (const right of ['privileged', 'cap_add', 'network_mode', 'pid', 'devices', 'env_file']) {
        expect(service).not.toHaveProperty(right);
      }
    },
  );

  it('runs nothing as root', () => {
    expect(compose.services.database?.user).toBe('postgres');
    const stages = readFileSync('Dockerfile', 'utf8').split(/^FROM /m);
    expect(stages.at(-1)).toMatch(/^USER node$/m);
    expect(stages.at(-1)).toMatch(/^RUN mkdir \/data && chown node:node \/data$/m);
  });

  it('listens on this machine alone unless another address is set', () => {
    const { database, server } = compose.services;
    expect(server?.ports).toEqual([expect.stringMatching(/:-127\.0\.0\.1\}:.*:3000$/)]);
    expect(database).not.toHaveProperty('ports');
  });

  it('has the password in a file alone', () => {
    for (const { environment, secrets } of Object.values(compose.services)) {
      expect(secrets).toEqual(['database-password']);
      const variables = Object.entries(environment).filter(([name]) => /PASSWORD/.test(name));
      expect(variables.map(([, value]) => value)).toEqual(['/run/secrets/database-password']);
    }
    expect(compose.services.server?.environment.DATABASE_URL).not.toMatch(/:[^/@]*@/);
    expect(compose.secrets).toEqual({ 'database-password': { file: './database-password' } });
    for (const ignored of ['.gitignore', '.dockerignore']) {
      expect(readFileSync(ignored, 'utf8')).toMatch(/^\/?database-password$/m);
    }
  });
});

import { answeringPostgres, type Says } from '../../../test/database/answering-postgres.ts';
import { checkServer } from './check-server.ts';

const RECENT: [string, string] = ['server_version_num', '150008'];

describe('a server that cannot carry the directory is refused in one sentence', () => {
  it.each<[string, Says, string]>([
    ['it refuses the password', { refusal: '28P01' }, 'it refuses the password'],
    [
      'it is too old',
      { answers: [['server_version_num', '140012']] },
      'is PostgreSQL 14: Amparo needs PostgreSQL 15 or newer',
    ],
    [
      'it has no PostGIS',
      { answers: [RECENT, ['postgis', null]] },
      'has no PostGIS: install PostGIS 3.3 or newer',
    ],
    [
      'its PostGIS is too old',
      { answers: [RECENT, ['postgis', '3.2.9']] },
      'has PostGIS 3.2.9: Amparo needs 3.3 or newer',
    ],
  ])('%s', async (_, says, sentence) => {
    const server = await answeringPostgres(says);
    const refused = checkServer(server.url);
    await expect(refused).rejects.toThrow(sentence);
    await expect(refused).rejects.toThrow(/^[^\n]*127\.0\.0\.1[^\n]*\.$/);
    await expect(refused).rejects.not.toThrow('geheim');
    await server.stop();
  });
});

it('accepts the oldest that will do', async () => {
  const server = await answeringPostgres({ answers: [RECENT, ['postgis', '3.3.0']] });
  await checkServer(server.url);
  await server.stop();
});

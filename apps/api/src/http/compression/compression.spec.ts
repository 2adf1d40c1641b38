import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { QueueFullError } from '../queue/bounded-queue.ts';
import { compress } from './compression.ts';

const LARGE = randomBytes(100_000);
/** Two are compressed while so many others wait. */
const ACCEPTED = 66;

it('lets so many large bodies wait to be compressed, refuses others at once, and no small one', async () => {
  const all = Promise.allSettled(Array.from({ length: 100 }, () => compress(LARGE, 'gzip')));
  const small = await compress(LARGE.subarray(0, 2_000), 'gzip');
  expect(small.encoding).toBe('gzip');
  const ends = await all;
  const done = ends.filter(({ status }) => status === 'fulfilled');
  expect(done).toHaveLength(ACCEPTED);
  for (const end of ends) {
    if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(QueueFullError);
    else expect(gunzipSync(end.value.body)).toEqual(LARGE);
  }
  expect((await compress(LARGE, 'gzip')).encoding).toBe('gzip');
});

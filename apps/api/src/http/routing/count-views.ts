import type { FastifyInstance } from 'fastify';
import { isInProcess } from '../cache/in-process-request.ts';
import type { ViewCounts } from '../views/view-counts.ts';
import { isSeen, viewedRecord } from '../views/viewed-record.ts';

/** Counts the views of records whose responses do not come from the cache, which counts its own. */
export function countViews(fastify: FastifyInstance, counts: ViewCounts): void {
  fastify.addHook('onResponse', async ({ raw, url }, reply) => {
    const { statusCode } = reply.raw;
    if ((statusCode !== 200 && statusCode !== 304) || !isSeen(raw)) return;
    // What a page is made of: the page counts.
    if (isInProcess(raw)) return;
    const record = viewedRecord(url);
    if (record !== null) counts.add(record);
  });
}

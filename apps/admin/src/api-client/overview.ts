import type { Overview } from '#contract';
import { request } from './request.ts';

/** Returns the counts of what there is to do. */
export async function readOverview(): Promise<Overview> {
  return (await request<Overview>('/v1/admin/overview')).body;
}

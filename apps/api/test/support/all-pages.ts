import type { ApiClient } from './api-client.ts';

/** The ids of everything that a list has, page by page. */
export async function allPages(api: ApiClient, path: string): Promise<string[]> {
  const ids: string[] = [];
  let next: string | null = null;
  do {
    const cursor: string = next ? `${path.includes('?') ? '&' : '?'}cursor=${next}` : '';
    const { body } = await api.get(path + cursor);
    ids.push(...body.items.map(({ id }: { id: string }) => id));
    next = body.next;
  } while (next);
  return ids;
}

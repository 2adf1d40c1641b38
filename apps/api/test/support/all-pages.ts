import type { ApiClient } from './api-client.ts';

/** The ids of everything that a list has, page by page. */
export async function allPages(api: ApiClient, path: string): Promise<string[]> {
  return (await allItems<{ id: string }>(api, path)).map(({ id }) => id);
}

/** Everything that a list has, page by page. */
export async function allItems<Item>(api: ApiClient, path: string): Promise<Item[]> {
  const items: Item[] = [];
  let next: string | null = null;
  do {
    const cursor: string = next ? `${path.includes('?') ? '&' : '?'}cursor=${next}` : '';
    const { body } = await api.get(path + cursor);
    items.push(...body.items);
    next = body.next;
  } while (next);
  return items;
}

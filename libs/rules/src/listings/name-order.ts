/** A record with the name by which lists are sorted. */
interface Named {
  id: string;
  name: string;
}

/** Sorts records by name, without accents and case, and equal names by id. */
export function byName<Item extends Named>(items: Item[]): Item[] {
  return items
    .map((item) => ({ item, key: sortName(item.name) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.item.id, b.item.id))
    .map(({ item }) => item);
}

function sortName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Returns a query with another value of a filter, from the first page on; '': without it. */
export function withFilter(query: URLSearchParams, name: string, value: string): URLSearchParams {
  const changed = new URLSearchParams(query);
  if (value) changed.set(name, value);
  else changed.delete(name);
  changed.delete('page');
  return changed;
}

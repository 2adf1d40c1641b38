/** What differs between two documents, at one path. */
export interface Difference {
  /**
   * Names of fields and ids of parts, as in `/services/{id}/phones/{id}/number`. Parts without an id
   * are named by what they are about.
   */
  path: string;
  /** `moved`: the parts of a list are the same, in another order. */
  change: 'changed' | 'added' | 'removed' | 'moved';
  before: unknown;
  after: unknown;
}

type Json = Record<string, unknown>;

/** Fields that identify a part of a list, the first that a part has. */
const IDENTITIES = ['id', 'facility_id', 'place_id', 'language'];

/** Returns what differs between two documents, field by field; null: there is none. */
export function differencesOf(before: object | null, after: object | null): Difference[] {
  if (before === null && after === null) return [];
  if (before === null) return [{ path: '', change: 'added', before: null, after }];
  if (after === null) return [{ path: '', change: 'removed', before, after: null }];
  return compareFields('', before as Json, after as Json);
}

/**
 * Returns a copy of a document with these differences applied, in their order.
 *
 * @returns null when the document has no longer what one of them changes
 */
export function applyDifferences<Document extends object>(
  document: Document,
  differences: Difference[],
): Document | null {
  const copy = structuredClone(document);
  for (const difference of differences) {
    if (!applyOne(copy as Json, difference)) return null;
  }
  return copy;
}

function compareFields(path: string, before: Json, after: Json): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => compare(`${path}/${name}`, before[name], after[name]));
}

function compare(path: string, before: unknown, after: unknown): Difference[] {
  if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return [];
  if (isPartList(before) && isPartList(after)) return compareParts(path, before, after);
  if (isObject(before) && isObject(after)) return compareFields(path, before, after);
  return [{ path, change: 'changed', before: before ?? null, after: after ?? null }];
}

function compareParts(path: string, before: Json[], after: Json[]): Difference[] {
  const old = new Map(before.map((part) => [identityOf(part), part]));
  const present = new Map(after.map((part) => [identityOf(part), part]));
  const at = (identity: string) => `${path}/${identity}`;
  const removed = [...old].filter(([identity]) => !present.has(identity));
  const added = [...present].filter(([identity]) => !old.has(identity));
  const order = (parts: Map<string, Json>, others: Map<string, Json>) =>
    [...parts.keys()].filter((identity) => others.has(identity));
  // Where those that were added stand is part of the new order.
  const orders = { before: order(old, present), after: [...present.keys()] };
  const kept = order(present, old);
  const isMoved =
    `${orders.before}` !== `${kept}` || `${orders.after}` !== `${[...kept, ...keysOf(added)]}`;
  return [
    ...removed.map(([identity, part]): Difference => {
      return { path: at(identity), change: 'removed', before: part, after: null };
    }),
    ...[...old].flatMap(([identity, part]) => {
      const now = present.get(identity);
      return now ? compareFields(at(identity), part, now) : [];
    }),
    ...added.map(([identity, part]): Difference => {
      return { path: at(identity), change: 'added', before: null, after: part };
    }),
    ...(isMoved ? [{ path, change: 'moved' as const, ...orders }] : []),
  ];
}

const keysOf = (entries: [string, Json][]): string[] => entries.map(([identity]) => identity);

function applyOne(document: Json, { path, change, after }: Difference): boolean {
  const names = path.split('/').slice(1);
  const name = names.pop();
  if (name === undefined) return false;
  const parent = names.reduce<unknown>(
    (value, step) =>
      Array.isArray(value) ? partOf(value, step) : isObject(value) ? value[step] : undefined,
    document,
  );
  if (Array.isArray(parent)) return applyToList(parent, name, { change, after });
  if (!isObject(parent)) return false;
  if (change === 'moved') return move(parent[name], after as string[]);
  parent[name] = after;
  return true;
}

function applyToList(
  parts: Json[],
  identity: string,
  { change, after }: Pick<Difference, 'change' | 'after'>,
): boolean {
  const index = parts.findIndex((part) => identityOf(part) === identity);
  if (change === 'added') {
    if (index >= 0) return false;
    parts.push(structuredClone(after) as Json);
    return true;
  }
  if (change !== 'removed' || index < 0) return false;
  parts.splice(index, 1);
  return true;
}

// Parts that the order does not name stay behind those that it names.
function move(parts: unknown, order: string[]): boolean {
  if (!isPartList(parts)) return false;
  const rank = (part: Json) =>
    (order.indexOf(identityOf(part)) + order.length + 1) % (order.length + 1);
  parts.sort((a, b) => rank(a) - rank(b));
  return true;
}

function partOf(parts: Json[], identity: string): Json | undefined {
  return parts.find((part) => identityOf(part) === identity);
}

function identityOf(part: Json): string {
  const name = IDENTITIES.find((key) => typeof part[key] === 'string');
  return name === undefined ? '' : String(part[name]);
}

function isPartList(value: unknown): value is Json[] {
  return Array.isArray(value) && value.every((part) => isObject(part) && identityOf(part) !== '');
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

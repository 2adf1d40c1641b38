import type { Snapshot } from '#contract';

/**
 * What is kept, with what has changed in its place. Both are of the same regions: whatever has left
 * them is named as changed and not given again, as if it were gone.
 */
export function mergeSnapshot(kept: Snapshot, given: Snapshot): Snapshot {
  if (given.changed === null) return given;
  const changed = new Set(given.changed);
  const merge = <Item extends { id: string }>(old: Item[], fresh: Item[]): Item[] => [
    ...old.filter(({ id }) => !changed.has(id)),
    ...fresh,
  ];
  return {
    sequence: given.sequence,
    changed: null,
    organizations: merge(kept.organizations, given.organizations),
    help_lines: merge(kept.help_lines, given.help_lines),
    facilities: merge(kept.facilities, given.facilities),
  };
}

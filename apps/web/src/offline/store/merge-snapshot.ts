import type { Snapshot } from '#contract';

/**
 * Applies an update to a stored snapshot of the same regions. Records that left these regions are
 * listed as changed but not included, as if they had been deleted.
 */
export function mergeSnapshot(stored: Snapshot, update: Snapshot): Snapshot {
  if (update.changed === null) return update;
  const changed = new Set(update.changed);
  const merge = <Item extends { id: string }>(old: Item[], fresh: Item[]): Item[] => [
    ...old.filter(({ id }) => !changed.has(id)),
    ...fresh,
  ];
  return {
    sequence: update.sequence,
    changed: null,
    organizations: merge(stored.organizations, update.organizations),
    help_lines: merge(stored.help_lines, update.help_lines),
    facilities: merge(stored.facilities, update.facilities),
  };
}

import { useState } from 'react';
import type { RecordListItem } from '#contract';

/** The records that are selected, as they were when they were selected. */
export interface Selection {
  records: RecordListItem[];
  has(id: string): boolean;
  toggle(record: RecordListItem): void;
  /** Selects these, and no others. */
  choose(records: RecordListItem[]): void;
}

export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, RecordListItem>>(new Map());
  return {
    records: [...chosen.values()],
    has: (id) => chosen.has(id),
    toggle: (record) =>
      setChosen((before) => {
        const next = new Map(before);
        if (!next.delete(record.id)) next.set(record.id, record);
        return next;
      }),
    choose: (records) => setChosen(new Map(records.map((record) => [record.id, record]))),
  };
}

/** More records than that are not counted at a time, so that made-up names use no memory. */
const MAX_RECORDS = 10_000;

/** How often records were seen since that was stored last: a number for each, and nothing else. */
export class ViewCounts {
  private counts = new Map<string, number>();

  /** @param isOn whether anything is counted */
  constructor(private readonly isOn: boolean) {}

  /** @param record of `viewedRecord` */
  add(record: string, views = 1): void {
    const count = this.counts.get(record);
    if (count === undefined && (!this.isOn || this.counts.size >= MAX_RECORDS)) return;
    this.counts.set(record, (count ?? 0) + views);
  }

  /** Returns what was counted, and begins again. */
  take(): ReadonlyMap<string, number> {
    const taken = this.counts;
    this.counts = new Map();
    return taken;
  }
}

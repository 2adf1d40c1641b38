import type { DirectoryChange } from '#directory';

/** What public responses depend on besides their request. */
export interface DataVersion {
  /** The sequence number of the last change to the directory. */
  sequence: number;
  /** Minutes since 1970, because opening states can change with each. */
  minute: number;
}

/** Tells the version of the data. */
export interface DataVersions {
  /** Returns one at most a second old, at once where it is known. It rejects where it cannot be read. */
  current(): DataVersion | Promise<DataVersion>;
  /**
   * Returns the changes after one sequence number up to another one; null where they are not known.
   */
  changesBetween(after: number, upTo: number): DirectoryChange[] | null;
  /** Whether it could not be read when it was tried last. */
  isUnreadable(): boolean;
  /** Milliseconds since 1970. */
  now(): number;
}

/** What is stored does not wait longer to learn whether it is still true. */
const LATE_AFTER_MS = 1_000;

/** Whether a version could not be read just now, or takes longer than a second. */
export async function isLate(
  version: Promise<DataVersion>,
  versions: DataVersions,
): Promise<boolean> {
  const failed = version.then(
    () => false,
    () => true,
  );
  if (versions.isUnreadable()) return true;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<true>((resolve) => {
    // An answer that has arrived while the event loop was busy is read first.
    timer = setTimeout(() => setImmediate(resolve, true), LATE_AFTER_MS);
  });
  try {
    return await Promise.race([failed, late]);
  } finally {
    clearTimeout(timer);
  }
}

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip, type Gunzip } from 'node:zlib';
import type { BackupHead, BackupLine } from './backup-format.ts';

/** Thrown when a file is no whole backup. */
export class BackupDamagedError extends Error {
  override name = 'BackupDamagedError';
}

/**
 * Reads the lines of a backup, the head first.
 *
 * @throws BackupDamagedError when the file is no backup, or is cut off
 */
export async function* readBackup(file: string): AsyncGenerator<BackupLine> {
  const unzipped = createGunzip();
  const source = createReadStream(file);
  source.on('error', (error) => unzipped.destroy(error));
  let isComplete = false;
  for await (const text of damagedWhenUnreadable(file, linesOf(source.pipe(unzipped)))) {
    const line = parseLine(file, text);
    isComplete = 'complete' in line;
    yield line;
  }
  if (!isComplete) throw new BackupDamagedError(`${file} is cut off: its last line is missing.`);
}

function linesOf(input: Gunzip): AsyncIterable<string> {
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

/** What whoever takes the lines throws is passed on as it is. */
async function* damagedWhenUnreadable(
  file: string,
  lines: AsyncIterable<string>,
): AsyncGenerator<string> {
  const iterator = lines[Symbol.asyncIterator]();
  for (;;) {
    const next = await iterator.next().catch((error: Error) => {
      throw new BackupDamagedError(`${file} cannot be read: ${error.message}`);
    });
    if (next.done) return;
    yield next.value;
  }
}

function parseLine(file: string, text: string): BackupLine {
  try {
    return JSON.parse(text) as BackupLine;
  } catch {
    throw new BackupDamagedError(`${file} is not a backup: it has a line that is no JSON.`);
  }
}

/** Returns the first line of a backup. */
export async function readBackupHead(file: string): Promise<BackupHead> {
  for await (const line of readBackup(file)) {
    if ('format' in line && line.format === 'amparo-backup' && line.version === 1) return line;
    break;
  }
  throw new BackupDamagedError(`${file} is not a backup that this version can read.`);
}

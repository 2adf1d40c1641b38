import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './settings.ts';
import { StartError } from './start-error.ts';

const FILE = 'accounts-secret';
const SECRET_BYTES = 32;
const OWNER_ALONE = 0o600;

/**
 * Returns the configured secret of accounts, or else that of the data folder, which is made there
 * once.
 * @throws {StartError} when it cannot be stored
 */
export function accountsSecret({ accountsSecret: given, dataFolder }: SecretSettings): string {
  if (given) return given;
  const file = join(dataFolder, FILE);
  try {
    return readSecret(file) ?? makeSecret(dataFolder, file);
  } catch (error) {
    const { message } = error as Error;
    throw new StartError(
      `The secret of accounts cannot be stored in ${file}: set ACCOUNTS_SECRET (${message}).`,
    );
  }
}

type SecretSettings = Pick<Settings, 'accountsSecret' | 'dataFolder'>;

function readSecret(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whole or not at all, and only one of several servers that start at the same time makes it. */
function makeSecret(folder: string, file: string): string {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(temporary, `${randomBytes(SECRET_BYTES).toString('base64')}\n`, {
    mode: OWNER_ALONE,
    flag: 'wx',
  });
  try {
    linkSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(temporary);
  }
  return readFileSync(file, 'utf8').trim();
}

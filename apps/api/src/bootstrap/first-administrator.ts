import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { AccountRepository, OneTimeLinkRepository } from '#identity';
import { oneTimeUrl } from '../admin/sign-ins/one-time-url.ts';
import type { Logger } from '../ops/log.ts';
import { Clock } from '../public/shared/state/clock.ts';
import type { Terminal } from './terminal.ts';

const FILE = 'first-administrator-link';
const OWNER_ALONE = 0o600;

export interface InvitationParts {
  log: Logger;
  terminal: Terminal;
  dataFolder: string;
  /** Of the site. */
  origin: string;
}

/**
 * Where there is no administrator, shows a link to become the first one: on a terminal, or else in a
 * file of the data folder that only this user can read. The log never has it.
 */
export async function inviteFirstAdministrator(
  app: INestApplicationContext,
  { log, terminal, dataFolder, origin }: InvitationParts,
): Promise<void> {
  const file = join(dataFolder, FILE);
  const url = await firstAdministratorUrl(app, origin);
  if (url !== null && terminal.isInteractive) {
    terminal.line(`Set up the first administrator within 72 hours: ${url}`);
  }
  const stored = terminal.isInteractive ? null : url;
  try {
    storeLink(file, stored);
    if (stored) log.info({ file }, 'the link to set up the first administrator is in this file');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (stored) log.warn({ file, code }, 'the link to set up the first administrator is lost');
  }
}

async function firstAdministratorUrl(
  app: INestApplicationContext,
  origin: string,
): Promise<string | null> {
  if (await app.get(AccountRepository).hasAdministrator()) return null;
  const now = app.get(Clock).now();
  const { token } = await app.get(OneTimeLinkRepository).add('set-up', null, now);
  return oneTimeUrl(origin, 'set-up', token);
}

/** Replaces the link of an earlier start; null: there is none any more. */
function storeLink(file: string, url: string | null): void {
  rmSync(file, { force: true });
  if (url === null) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${url}\n`, { mode: OWNER_ALONE, flag: 'wx' });
}

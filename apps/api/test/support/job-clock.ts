import pg from 'pg';
import { type Db, TestClock } from 'pg-boss';
import type { TestedJobs } from '../../src/mail/mail-options.ts';

const MINUTE_MS = 60_000;
const AHEAD_MS = 60 * MINUTE_MS;

/** A time of jobs that passes only when a test says so, with the connection that follows it. */
export interface JobClock {
  options: TestedJobs;
  /** Lets time pass at once: what is due by then runs once. */
  pass(ms: number): Promise<void>;
  /** Goes to the next time that it is nine in the morning in Denver, in winter, and what happens then. */
  nextMorning(): Promise<void>;
  stop(): Promise<void>;
}

/** @param url of the database */
export function jobClock(url: string): JobClock {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  let setUp: string[] = [];
  pool.on('connect', (client) => {
    for (const statement of setUp) void client.query(statement);
  });
  const db: Db = {
    executeSql: (text, values) => pool.query(text, values),
    setSessionStatements: async (statements) => {
      setUp = statements;
    },
  };
  // Jobs are added at the true time, and should not be in the future.
  const clock = new TestClock(Date.now() + AHEAD_MS);
  const pass = async (ms: number) => {
    await clock.setTime(clock.now() + ms);
    await clock.tick(1);
  };
  const nextMorning = async () => {
    const morning = new Date(clock.now());
    morning.setUTCHours(15, 59, 0, 0);
    if (morning.getTime() <= clock.now()) morning.setUTCDate(morning.getUTCDate() + 1);
    await clock.setTime(morning);
    await clock.tick(3 * MINUTE_MS);
  };
  return { nextMorning, options: { clock, db }, pass, stop: () => pool.end() };
}

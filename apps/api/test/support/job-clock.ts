import pg from 'pg';
import { type Db, TestClock } from 'pg-boss';
import type { JobsOptions } from '../../src/jobs/jobs.ts';

const AHEAD_MS = 60 * 60 * 1000;

/** A time of jobs that passes only when a test says so, with the connection that follows it. */
export interface JobClock {
  options: JobsOptions;
  /** Lets time pass at once: what is due by then runs once. */
  pass(ms: number): Promise<void>;
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
  return { options: { clock, db }, pass, stop: () => pool.end() };
}

import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnModuleInit,
} from '@nestjs/common';
import type { Pool } from 'pg';
import { type ConstructorOptions, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import { DataSource, type EntityManager } from 'typeorm';

/** The token of what pg-boss is started with. */
export const JOBS_OPTIONS = Symbol('JOBS_OPTIONS');

/** Tests bring a clock, with a connection that follows it. */
export interface JobsOptions extends Pick<ConstructorOptions, 'clock' | 'db'> {
  /** Whether some jobs run at certain times of the day, for which the database is asked each minute. */
  schedule: boolean;
}

export interface QueueWork<Data extends object> {
  queue: string;
  run(job: JobWithMetadata<Data>): Promise<JobResult>;
}

/** Where jobs go that have failed too often. */
const deadLetter = (queue: string): string => `${queue}-dead`;

/** How soon a failed job runs again: after half a minute, then each time twice as late. */
const RETRIES = { retryLimit: 8, retryDelay: 30, retryBackoff: true };
/** After which a job runs again whose server has ended without a word. */
const HEARTBEAT_SECONDS = 30;
const POLL_SECONDS = 10;
/** A job that is done is deleted after a minute, with the next round of maintenance. */
const DELETE_AFTER_SECONDS = 60;
const MAINTENANCE_SECONDS = 10 * 60;
/** How long running jobs may take when the server stops; then another server runs them again. */
const STOP_LIMIT_MS = 5_000;

/** Work that is done later, at least once, by whichever server is there: rows of pg-boss. */
@Injectable()
export class Jobs implements OnModuleInit, BeforeApplicationShutdown {
  private readonly boss: PgBoss;
  private readonly log = new Logger('jobs');
  private readonly workers = new Map<string, string>();

  constructor(dataSource: DataSource, @Inject(JOBS_OPTIONS) options: JobsOptions) {
    const pool = (dataSource.driver as unknown as { master: Pool }).master;
    this.boss = new PgBoss({
      db: { executeSql: (text, values) => pool.query(text, values) },
      // Migrations make the tables.
      ...{ schema: 'pgboss', createSchema: false, migrate: false },
      ...{ registerInstance: false, openTelemetry: { enabled: false } },
      // Small tables need no care, and the embedded engine could not give it.
      ...{ reindex: false, monitorVacuum: false, maintenanceIntervalSeconds: MAINTENANCE_SECONDS },
      ...options,
    });
    this.boss.on('error', ({ message }) => this.log.error(message));
    this.boss.on('warning', ({ message }) => this.log.warn(message));
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
  }

  /** Before the connections to the database close. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.boss.stop({ close: false, timeout: STOP_LIMIT_MS });
  }

  /** Runs the jobs of a queue, one after the other, from now on. */
  async work<Data extends object>({ queue, run }: QueueWork<Data>): Promise<void> {
    const maintained = {
      deleteAfterSeconds: DELETE_AFTER_SECONDS,
      heartbeatSeconds: HEARTBEAT_SECONDS,
    };
    await this.boss.createQueue(deadLetter(queue));
    await this.boss.createQueue(queue, {
      ...{ ...RETRIES, ...maintained, deadLetter: deadLetter(queue) },
    });
    // What a server left that has ended without a word.
    await this.boss.supervise(queue);
    const options = {
      ...{ pollingIntervalSeconds: POLL_SECONDS, batchSize: 1 },
      ...{ includeMetadata: true as const, perJobResults: true as const },
    };
    const worker = await this.boss.work<Data, unknown, typeof options>(
      queue,
      options,
      async (jobs) => {
        // The next one at once, if there is one.
        this.wake(queue);
        return await Promise.all(jobs.map(run));
      },
    );
    this.workers.set(queue, worker);
  }

  /**
   * Adds a job to a queue that has a worker.
   *
   * @param manager of the transaction that the job belongs to; `wake` follows it
   */
  async add(queue: string, data: object, manager: EntityManager): Promise<void> {
    await this.boss.send(queue, data, {
      db: { executeSql: async (text, values) => ({ rows: await manager.query(text, values) }) },
    });
  }

  /** @param cron minute, hour, day, month and weekday */
  async schedule(queue: string, cron: string, timeZone: string): Promise<void> {
    await this.boss.schedule(queue, cron, null, { tz: timeZone });
  }

  /** Looks for jobs now, after a transaction has added some. */
  wake(queue: string): void {
    const worker = this.workers.get(queue);
    if (worker) this.boss.notifyWorker(worker);
  }
}

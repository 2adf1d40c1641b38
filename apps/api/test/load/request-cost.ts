import { Session } from 'node:inspector/promises';
import pg from 'pg';
import request from 'supertest';
import {
  type CapturedStatements,
  captureStatements,
  type Statement,
} from '../support/captured-statements.ts';
import type { OwnTestApp } from '../support/test-app.ts';
import type { Asked } from './hostile-requests.ts';

/** What a request costs, counted and not timed. */
export interface Cost {
  /** SQL statements. */
  statements: number;
  /** Rows that the database has read for them, also those that it has not taken. */
  rows: number;
  /** Bytes of the body that would be compressed. */
  bytes: number;
  /** How often a block of our own code has run. */
  steps: number;
}

interface PlanNode {
  /** Of those that read a table. */
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

const OUR_CODE = /\/(apps|libs)\/[^?]*\/src\//;
const PLANNED = /^\s*(WITH|SELECT|INSERT|UPDATE|DELETE)\b/i;

/**
 * Sources and changes are counted after changes and not for a request, for a tenth of the time at
 * most, whatever is asked.
 */
const COUNTED_ASIDE = /FROM source\b|count\(DISTINCT record_id\)/;

/** Counts what requests to an application cost, while nothing else asks it. */
export class CostMeter {
  private readonly session = new Session();
  private readonly explainer: pg.Client;
  private readonly captured: CapturedStatements;
  private senders = 0;

  private constructor(
    private readonly at: OwnTestApp,
    url: string,
  ) {
    this.explainer = new pg.Client(url);
    this.captured = captureStatements(this.explainer);
  }

  /** @param url of the database of the application */
  static async start(at: OwnTestApp, url: string): Promise<CostMeter> {
    const meter = new CostMeter(at, url);
    await meter.explainer.connect();
    meter.session.connect();
    await meter.session.post('Profiler.enable');
    await meter.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return meter;
  }

  async stop(): Promise<void> {
    this.captured.stop();
    await this.session.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
    await this.explainer.end();
  }

  /** What a request costs of which nothing is stored. */
  async measure({ path, body }: Asked): Promise<Cost & { status: number }> {
    // After so many changes it is not told what they concern.
    await this.explainer.query(
      `INSERT INTO change (kind, record_id, action)
       SELECT 'organization', 'x', 'updated' FROM generate_series(1, 1001)`,
    );
    await this.at.settle();
    await this.session.post('Profiler.takePreciseCoverage');
    this.captured.take();
    const server = request(this.at.app.getHttpServer());
    const asked = body ? server.post(path).send(body) : server.get(path);
    const response = await asked
      .set({ accept: '*/*', 'accept-encoding': 'identity' })
      .set('x-forwarded-for', `192.0.2.${this.senders++ % 250}`)
      .buffer(true)
      .responseType('blob');
    const statements = this.captured.take().filter(({ text }) => !COUNTED_ASIDE.test(text));
    const steps = await this.stepsSinceLast();
    return {
      status: response.status,
      statements: statements.length,
      rows: await this.rowsOf(statements),
      bytes: response.status === 200 ? (response.body as Buffer).length : 0,
      steps,
    };
  }

  private async stepsSinceLast(): Promise<number> {
    const { result } = await this.session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => OUR_CODE.test(url) && !url.includes('/test/'))
      .flatMap(({ functions }) => functions)
      .flatMap(({ ranges }) => ranges)
      .reduce((sum, { count }) => sum + count, 0);
  }

  /** Runs the statements again, and takes back what they have written. */
  private async rowsOf(statements: Statement[]): Promise<number> {
    let rows = 0;
    await this.explainer.query('BEGIN');
    try {
      for (const { text, values } of statements.filter(({ text: sql }) => PLANNED.test(sql))) {
        const explain = `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`;
        const { rows: plans } = await this.explainer.query(explain, values);
        rows += rowsRead(plans[0]['QUERY PLAN'][0].Plan);
      }
      return rows;
    } finally {
      await this.explainer.query('ROLLBACK');
    }
  }
}

function rowsRead(node: PlanNode): number {
  const below = (node.Plans ?? []).reduce((sum, plan) => sum + rowsRead(plan), 0);
  if (!node['Relation Name']) return below;
  const { 'Rows Removed by Filter': filtered = 0, 'Rows Removed by Index Recheck': similar = 0 } =
    node;
  return below + (node['Actual Rows'] + filtered + similar) * node['Actual Loops'];
}

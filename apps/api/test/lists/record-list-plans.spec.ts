import { growDirectory } from '../../../../test/database/filled-directory.ts';
import { serverDatabase } from '../../../../test/database/test-databases.ts';
import { anEditor, type Editor } from '../editing/editor.ts';
import { captureStatements } from '../support/captured-statements.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

const RECORDS = 10_000;
const PAGE = 50;
const CALLS = 10;

interface PlanNode {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

describe(`of ${RECORDS} records`, () => {
  let at: OwnTestApp;
  let editor: Editor;
  beforeAll(async () => {
    const database = await serverDatabase();
    await growDirectory(database.url, RECORDS, 1);
    at = await startTestApp({}, { database });
    editor = await anEditor(at);
  });
  afterAll(async () => {
    await at?.stop();
  });

  it.each(['name', 'changed', 'verified', 'due'])(
    'a page in the order of %s reads hardly more rows than it has',
    async (sort) => {
      const { read, body } = await pageOf(`records?sort=${sort}&kind=organization`);
      expect(body).toMatchObject({ items: { length: PAGE } });
      expect(body.total).toBeGreaterThan(RECORDS);
      expect(read).toBeLessThan(PAGE * 3);
    },
  );

  it('the queue reads hardly more rows than its page has, also further on', async () => {
    let next = '';
    for (let page = 0; page < 3; page += 1) {
      const path = `verification-queue?limit=${CALLS}${next && `&cursor=${next}`}`;
      const { read, body } = await pageOf(path);
      next = body.next;
      // A few of each reason to verify a record.
      expect(read).toBeLessThan(CALLS * 10);
    }
  });

  it('an editor of one region reads no more than the records there', async () => {
    const [{ region, count }] = await at.db.query(
      `SELECT region, count(*)::integer FROM record_summary, unnest(regions) AS region
        GROUP BY region ORDER BY count LIMIT 1`,
    );
    const local = await anEditor(at, { role: 'editor', scope: { regions: [region] } });
    const { read, body } = await pageOf('records', local);
    expect(body.total).toBe(count);
    expect(read).toBeLessThanOrEqual(count);
  });

  /** Asks for a page, and counts the rows of summaries that the statement of its items has read. */
  async function pageOf(path: string, by = editor) {
    const captured = captureStatements();
    const { status, body } = await by.get(`/v1/admin/${path}`);
    captured.stop();
    expect(status).toBe(200);
    const statement = captured
      .take()
      .find(({ text }) => text.includes('FROM record_summary') && text.includes('LIMIT $'));
    const [row] = await at.db.query(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${statement?.text}`,
      statement?.values,
    );
    const read = nodes(row['QUERY PLAN'][0].Plan)
      .filter((node) => node['Relation Name'] === 'record_summary')
      .map(
        (node) =>
          node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)),
      );
    return { body, read: read.reduce((all, rows) => all + rows, 0) };
  }
});

function nodes(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodes)];
}

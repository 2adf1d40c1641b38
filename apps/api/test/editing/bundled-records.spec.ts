import { addGuideChange } from '#directory';
import {
  fileSuggestions,
  idOf,
  load,
  NOTHING,
  named,
  seededCopy,
} from '../support/load-records.ts';

const GUIDE = 'cbp-one';
const ANGELS = 'border-angels';

describe('the bundled records', () => {
  it('do not overwrite the texts of a guide that was edited, and suggest theirs', async () => {
    const db = await seededCopy();
    const id = await idOf(db, 'guide', GUIDE);
    await db.query(`UPDATE guide SET edited_at = now() WHERE id = $1`, [id]);
    await db.query(`UPDATE guide_text SET title = 'Ours' WHERE guide_id = $1 AND language = 'en'`, [
      id,
    ]);
    const { report, changes } = await load(db, ({ guides }) => {
      const english = named(guides, GUIDE).texts.find(({ language }) => language === 'en');
      if (english) english.title = 'Theirs';
    });
    expect([report, changes]).toEqual([{ ...NOTHING, suggestions: 1 }, []]);
    expect((await fileSuggestions(db)).map(({ record_id }) => record_id)).toEqual([id]);
    const [text] = await db.query(
      `SELECT title FROM guide_text WHERE guide_id = $1 AND language = 'en'`,
      [id],
    );
    expect(text.title).toBe('Ours');
  });

  it('overwrite those of a guide of which only the status was set', async () => {
    const db = await seededCopy();
    const change = { date: '2026-11', texts: { en: 'A ruling' }, source_url: null };
    await db.transaction((manager) => addGuideChange(manager, GUIDE, change));
    const { report } = await load(db, ({ guides }) => {
      named(guides, GUIDE).position = 99;
    });
    expect(report.guides).toBe(1);
  });

  it('do not bring a record back that was deleted', async () => {
    const db = await seededCopy();
    const id = await idOf(db, 'organization', ANGELS);
    await db.query(
      `INSERT INTO tombstone (record_id, record_kind, slugs, former_names, version)
       VALUES ($1, 'organization', $2, '[]', 1)`,
      [id, [ANGELS]],
    );
    await db.query(`UPDATE help_line SET organization_id = NULL WHERE organization_id = $1`, [id]);
    await db.query(`DELETE FROM organization WHERE id = $1`, [id]);
    const { report } = await load(db, ({ organizations }) => {
      named(organizations, ANGELS).name = 'Another name';
    });
    expect(report).toMatchObject({ organizations: 0, removed: 0 });
    const rows = await db.query(`SELECT FROM organization WHERE id = $1`, [id]);
    expect(rows).toEqual([]);
  });
});

import type { Guide, GuideSummary, HelpLine } from '#contract';
import { inTransaction } from '#database';
import { setGuideStatus } from '#directory';
import { languageTags } from '#site';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const list = async (query = ''): Promise<GuideSummary[]> =>
  (await at.api.get(`/v1/guides${query}`)).body.items;
const one = async (slug: string, query = ''): Promise<Guide> =>
  (await at.api.get(`/v1/guides/${slug}${query}`)).body;

const textOf = ({ blocks }: Guide) =>
  blocks
    .map((block) => (block.kind === 'text' ? block.html.replaceAll(/&#\d+;/g, '') : ''))
    .join(' ');

describe('guides', () => {
  it('are nine, and none but the first is told to be current', async () => {
    const guides = await list();
    expect(guides.map(({ slug, status }) => [slug, status])).toEqual([
      ['what-asylum-is', 'current'],
      ['finding-a-lawyer-and-scams', 'under review'],
      ['rights-in-custody', 'historical'],
      ['credible-fear', 'historical'],
      ['expedited-removal', 'historical'],
      ['family-separation', 'under review'],
      ['asking-at-a-port-of-entry', 'historical'],
      ['may-2023-changes', 'historical'],
      ['cbp-one', 'historical'],
    ]);
    for (const { as_of, reviewed_by, languages } of guides) {
      expect(as_of).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(reviewed_by).toBeNull();
      expect(languages).toEqual([...languageTags].sort());
    }
  });

  it('come whole in the language asked for, as a draft where a machine translated it', async () => {
    const english = await one('credible-fear');
    const spanish = await one('credible-fear', '?language=es');
    expect(spanish).toMatchObject({
      language: 'es',
      draft: true,
      title: expect.stringMatching(/^La entrevista/),
    });
    expect(english).toMatchObject({ language: 'en', draft: false });
    expect(spanish.blocks.map(({ kind }) => kind)).toEqual(english.blocks.map(({ kind }) => kind));
    expect(spanish.changes.map(({ date }) => date)).toEqual(
      english.changes.map(({ date }) => date),
    );
    expect(spanish.changes.every(({ language }) => language === 'es')).toBe(true);
  });

  it('lead to help that is on record, and hold neither number nor code themselves', async () => {
    const { body: services } = await at.api.get('/v1/service-types');
    const { body: lines } = await at.api.get('/v1/help-lines');
    const codes = services.items.map(({ code }: { code: string }) => code);
    const slugs = lines.items.map(({ slug }: HelpLine) => slug);
    for (const language of languageTags) {
      for (const guide of (await list(`?whole=true&language=${language}`)) as Guide[]) {
        const offers = guide.blocks.filter((block) => block.kind === 'help');
        expect([guide.slug, offers.length]).toEqual([guide.slug, expect.any(Number)]);
        expect(offers.length).toBeGreaterThan(0);
        for (const { service_types, help_lines } of offers) {
          expect(service_types.length).toBeGreaterThan(0);
          expect(codes).toEqual(expect.arrayContaining(service_types));
          expect(slugs).toEqual(expect.arrayContaining(help_lines));
        }
        expect(textOf(guide)).not.toMatch(/\d{3}[-. ]\d{4}|\d#|#\d/);
        expect(guide.sources.length).toBeGreaterThan(0);
      }
    }
  });

  it('say what was wrong with a question', async () => {
    expect((await at.api.get('/v1/guides/nothing')).status).toBe(404);
    expect((await at.api.get('/v1/guides?language=spanish')).body.errors[0].name).toBe('language');
    expect((await at.api.get('/v1/guides?whole=perhaps')).body.errors[0].name).toBe('whole');
  });
});

it('a current guide is under review by itself once its date has come', async () => {
  const due = (date: string) =>
    at.db.query(`UPDATE guide SET review_due = $1 WHERE slug = 'what-asylum-is'`, [date]);
  const { review_due } = await one('what-asylum-is');
  await due('2026-01-01');
  // Cached responses hold until the directory changes; the clock alone changes none within a minute.
  await inTransaction(at.db, (manager) => setGuideStatus(manager, 'cbp-one', null));
  await at.settle();
  expect((await one('what-asylum-is')).status).toBe('under review');
  await due(String(review_due));
});

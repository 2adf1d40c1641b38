import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { format, loadCatalog, type MessageKey } from './catalogs.ts';
import { chooseLanguage, isLanguage, languages, languageTags } from './languages.ts';

/** What the parser of ICU messages makes of one, as far as it is looked at here. */
interface Part {
  type?: number;
  value?: string;
  options?: Record<string, { value: Part[] }>;
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'messages');
const catalogue = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, name), 'utf8'));
/**
 * The head of a file whose texts nobody has read yet who grew up with them, as ARB files have it.
 */
const COMMENT = '@@comment';
const english = catalogue('en.json');
const keys = Object.keys(english) as MessageKey[];

const TEXT = 0;
const parse = (message: string) => new IntlMessageFormat(message).getAst() as Part[];

/** The values that a message takes: `count`, `names`. */
function placeholders(parts: Part[]): string[] {
  const names = parts.flatMap(({ type, value, options }) => [
    ...(type === TEXT || value === undefined ? [] : [value]),
    ...Object.values(options ?? {}).flatMap((option) => placeholders(option.value)),
  ]);
  return [...new Set(names)].sort();
}

function plurals(parts: Part[]): string[][] {
  return parts.flatMap(({ options }) => (options ? [Object.keys(options)] : []));
}

it('has a file of messages for every language, and no other', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(files.sort()).toEqual(languageTags.map((language) => `${language}.json`).sort());
});

describe.each(languageTags)('the messages in %s', (language) => {
  const { [COMMENT]: comment, ...translated } = catalogue(`${language}.json`);
  const { locale, draft } = languages[language];

  it('say at their head whether they are a draft', () => {
    expect(comment ?? '').toEqual(draft ? expect.stringMatching(/^Draft/) : '');
  });

  it('are those of English, in the order of their names', () => {
    expect(Object.keys(translated)).toEqual(keys);
    expect(keys).toEqual([...keys].sort());
  });

  it('each say something, with the same values in it', () => {
    for (const key of keys) {
      const message = translated[key] ?? '';
      expect([key, message.trim()]).not.toEqual([key, '']);
      const values = placeholders(parse(english[key] ?? ''));
      expect([key, placeholders(parse(message))]).toEqual([key, values]);
    }
  });

  it('have a form for every count that the language tells apart', () => {
    const rules = new Intl.PluralRules(locale);
    const all = rules.resolvedOptions().pluralCategories;
    // French, Portuguese and Spanish have a form that begins at a million.
    const counts = Array.from({ length: 1000 }, (_, count) => rules.select(count));
    const needed = all.filter((form) => form === 'other' || counts.includes(form));
    for (const [key, message] of Object.entries(translated)) {
      for (const forms of plurals(parse(message))) {
        expect([key, needed.filter((form) => !forms.includes(form))]).toEqual([key, []]);
        const unknown = forms.filter(
          (form) => !form.startsWith('=') && !all.includes(form as 'one'),
        );
        expect([key, unknown]).toEqual([key, []]);
      }
    }
  });

  it('can all be written', async () => {
    await loadCatalog(language);
    const values = { count: 3, days: 30 };
    const texts = new Proxy<Record<string, string | number>>(values, {
      has: () => true,
      get: (known, name) => known[name as 'count'] ?? 'Casa',
    });
    for (const key of keys) {
      const written = format({ language, locale }, key, texts);
      expect([key, written]).toEqual([key, expect.not.stringMatching(/[{}]|undefined/)]);
    }
  });
});

it('has no message that nothing shows', () => {
  const code = readdirSync(join(folder, '../..'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.spec.'))
    .map((name) => readFileSync(join(folder, '../..', name), 'utf8'))
    .join('\n');
  const built = [...code.matchAll(/`([a-z.]+)\$\{/g)].map(([, prefix]) => String(prefix));
  const unused = keys.filter(
    (key) =>
      !code.includes(`'${key}'`) &&
      !code.includes(`="${key}"`) &&
      !built.some((prefix) => key.startsWith(prefix)) &&
      !ofVocabulary(key),
  );
  expect(unused).toEqual([]);
});

/** Whether a message names a code of the records; `name-in.ts` asks for it. */
function ofVocabulary(key: string): boolean {
  return codes('service-types').has(key.replace(/^service\./, ''))
    ? key.startsWith('service.')
    : key.startsWith('region.') && codes('regions').has(key.replace(/^region\./, ''));
}

function codes(file: string): Set<string> {
  const path = join(folder, '../../../../../seed/records', `${file}.json`);
  const records: { code: string }[] = JSON.parse(readFileSync(path, 'utf8'));
  return new Set(records.map(({ code }) => code));
}

it('names every kind of help of the records', () => {
  const missing = [...codes('service-types')].filter((code) => !(`service.${code}` in english));
  expect(missing).toEqual([]);
});

it.each([
  [['zh-TW', 'en'], 'zh'],
  [['pt-PT'], 'pt'],
  [['prs'], 'fa'],
  [['fa-IR', 'ar'], 'fa'],
  [['quc', 'mam', 'es-GT'], 'es'],
  [['ht'], 'ht'],
  [['xx'], 'en'],
  [[], 'en'],
])('reads for %j in %s', (wanted, language) => {
  expect(chooseLanguage(wanted)).toBe(language);
});

it('knows its own languages alone', () => {
  expect(['ar', 'prs', 'toString'].filter(isLanguage)).toEqual(['ar']);
});

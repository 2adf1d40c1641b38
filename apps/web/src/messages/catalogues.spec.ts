import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

const source = dirname(dirname(fileURLToPath(import.meta.url)));

const placeholders = (message: string) =>
  [...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).sort();

it('has the same messages in every language, with the same values in them', () => {
  expect(Object.keys(es)).toEqual(Object.keys(en));
  for (const [key, message] of Object.entries(en)) {
    const translated = es[key as keyof typeof es];
    expect([key, [...new Set(placeholders(translated))]]).toEqual([
      key,
      [...new Set(placeholders(message))],
    ]);
    expect([key, translated.trim() === '']).toEqual([key, false]);
  }
});

it('has no message that nothing shows', () => {
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.spec.'))
    .map((name) => readFileSync(join(source, name), 'utf8'))
    .join('\n');
  const built = [...code.matchAll(/`([a-z.]+)\$\{/g)].map(([, prefix]) => String(prefix));
  const unused = Object.keys(en).filter(
    (key) =>
      !code.includes(`'${key}'`) &&
      !code.includes(`="${key}"`) &&
      !built.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});

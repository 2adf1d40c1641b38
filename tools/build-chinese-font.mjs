// Makes the fonts for pages in Chinese: Noto Sans SC with the characters that our own texts use, and no
// others; those that only guides use are in a file of their own. Part of `npm run build`, after the
// libraries are compiled. Whole, the font would be megabytes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Font } from 'fonteditor-core';
import subsetFont from 'subset-font';
import { languages as siteLanguages } from '../dist/apps/web/src/i18n/languages.js';
import { root } from './prepare.mjs';

const require = createRequire(import.meta.url);
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const records = (kind) => read(join(root, 'seed/records', `${kind}.json`));

/** Its files hold a slice of the characters each, named in `unicode.json`: `"[4]": "U+1f1e9-1f1f5,..."`. */
const PACKAGE = dirname(require.resolve('@fontsource-variable/noto-sans-sc/unicode.json'));
/** One weight, which browsers embolden by themselves: a second one would double what a visit costs. */
const WEIGHT = { variationAxes: { wght: 400 } };
const { locale, name } = siteLanguages.zh;

/** What stands in Chinese on our pages: our messages, and what the platform's own data adds to them. */
function texts() {
  const messages = Object.values(read(join(root, 'apps/web/src/i18n/messages/zh.json')));
  return [name, ...messages, ...textsOfRecords(), ...languageNames(), ...dates(), ...distances()];
}

function textsOfRecords() {
  return records('translations')
    .filter(({ language }) => language === 'zh')
    .map(({ text }) => text);
}

/** Longer than all the rest, and read by fewer. */
function textsOfGuides() {
  const guides = join(root, 'seed/guides');
  return readdirSync(guides).map((slug) => readFileSync(join(guides, slug, 'zh.md'), 'utf8'));
}

/** Of the languages that are spoken where help is. */
function languageNames() {
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const spoken = [...records('organizations'), ...records('help-lines')].flatMap(
    ({ languages }) => languages,
  );
  return [...new Set(spoken)].map((code) => names.of(code));
}

/** With the days of a week, which may be short ones. */
function dates() {
  const formats = ['long', 'short'].map(
    (weekday) =>
      new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', year: 'numeric', weekday }),
  );
  const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2000, 0, day + 1));
  return formats.flatMap((format) => days.map((day) => format.format(day)));
}

function distances() {
  return ['kilometer', 'mile'].map((unit) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(1),
  );
}

/** Latin letters, digits and signs are the device's own. */
function charactersOf(lines) {
  return [...new Set(lines.join(''))].filter((character) => character > '\u007f');
}

function slices() {
  return Object.entries(read(join(PACKAGE, 'unicode.json'))).map(([slice, ranges]) => ({
    file: join(PACKAGE, 'files', `noto-sans-sc-${slice.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    ranges: ranges.split(',').map((range) => {
      const [first, last = first] = range.slice('U+'.length).split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    }),
  }));
}

/** Which characters are wanted of which file. */
function wantedByFile(characters) {
  const wanted = new Map();
  const all = slices();
  for (const character of characters) {
    const code = character.codePointAt(0);
    const slice = all.find(({ ranges }) => ranges.some(([a, b]) => code >= a && code <= b));
    if (!slice) throw new Error(`Noto Sans SC has no ${character}, which a text in Chinese uses.`);
    wanted.set(slice.file, [...(wanted.get(slice.file) ?? []), character]);
  }
  return wanted;
}

/** @returns woff2 */
async function fontWith(characters) {
  let whole;
  for (const [file, wanted] of wantedByFile(characters)) {
    const options = { targetFormat: 'truetype', ...WEIGHT };
    const part = await subsetFont(readFileSync(file), wanted.join(''), options);
    const font = Font.create(part, { type: 'ttf' });
    whole = whole?.merge(font, { scale: 1 }) ?? font;
  }
  const merged = whole.write({ type: 'ttf', toBuffer: true });
  return await subsetFont(merged, characters.join(''), { targetFormat: 'woff2' });
}

// Beside the other built files: whatever lies in `apps` is taken for a source when it is asked whether
// a build is up to date.
const folder = join(root, 'dist/fonts');
mkdirSync(folder, { recursive: true });
const everywhere = charactersOf(texts());
const inGuides = charactersOf(textsOfGuides()).filter((one) => !everywhere.includes(one));
writeFileSync(join(folder, 'chinese-script.woff2'), await fontWith(everywhere));
writeFileSync(join(folder, 'chinese-guides.woff2'), await fontWith(inGuides));

import { readFileSync } from 'node:fs';
import { Font, woff2 } from 'fonteditor-core';

const messages = Object.values<string>(
  JSON.parse(readFileSync('apps/web/src/i18n/messages/zh.json', 'utf8')),
);

it('the font for Chinese holds every character of our messages, and stays small', async () => {
  const file = readFileSync('dist/fonts/chinese-script.woff2');
  await woff2.init();
  const { cmap } = Font.create(file, { type: 'woff2' }).get();
  const used = [...new Set(messages.join(''))].filter((character) => character > '\u007f');
  expect(used.length).toBeGreaterThan(400);
  expect(used.filter((character) => !cmap[Number(character.codePointAt(0))])).toEqual([]);
  expect(file.length).toBeLessThan(80_000);
});

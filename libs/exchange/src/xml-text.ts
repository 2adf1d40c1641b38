/** Characters that are not allowed in XML, even escaped (XML 1.0, 2.2). */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Anything that may have to be escaped or left out; tells in one pass that most text is fine. */
const SUSPECT = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]|[<>&"']/;

/** Escapes text for XML elements and attributes. */
export function xmlText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(NOT_XML, '')
    .replace(/[<>&"']/g, (character) => `&#${character.codePointAt(0)};`);
}

/** Characters that no XML document may hold, however they are written (XML 1.0, 2.2). */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text in which nothing is markup, between tags or inside of quotes. */
export function xmlText(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replace(/[<>&"']/g, (character) => `&#${character.codePointAt(0)};`);
}

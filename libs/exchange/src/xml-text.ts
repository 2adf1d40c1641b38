/** Characters that are not allowed in XML, even escaped (XML 1.0, 2.2). */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Escapes text for XML elements and attributes. */
export function xmlText(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replace(/[<>&"']/g, (character) => `&#${character.codePointAt(0)};`);
}

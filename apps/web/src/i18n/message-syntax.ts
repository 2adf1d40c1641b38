const SYNTAX = /[{}'<]/;

/** Whether a text uses ICU MessageFormat syntax; most messages are plain text. */
export function hasSyntax(text: string): boolean {
  return SYNTAX.test(text);
}

const SYNTAX = /[{}'<]/;

/** Whether a text means more than itself in ICU MessageFormat; most are written as they stand. */
export function hasSyntax(text: string): boolean {
  return SYNTAX.test(text);
}

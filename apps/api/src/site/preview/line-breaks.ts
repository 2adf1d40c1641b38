/** Measures the width of a drawn text in pixels. */
export type Measure = (text: string) => number;

const ELLIPSIS = '…';

/**
 * Breaks text into lines between words; text that does not fit is replaced by an ellipsis.
 *
 * @param width of a line, in the unit of `measure`
 */
export function breakIntoLines(
  text: string,
  { width, maxLines, measure }: { width: number; maxLines: number; measure: Measure },
): string[] {
  const words = text.trim().split(/\s+/);
  const lines: string[] = [];
  while (words.length > 0 && lines.length < maxLines) {
    let line = words.shift() ?? '';
    while (words[0] !== undefined && measure(`${line} ${words[0]}`) <= width) {
      line += ` ${words.shift()}`;
    }
    const cut = measure(line) > width || (lines.length === maxLines - 1 && words.length > 0);
    lines.push(cut ? truncate(line, width, measure) : line);
  }
  return lines;
}

// Uses a binary search, because measuring is slow.
function truncate(line: string, width: number, measure: Measure): string {
  const letters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  const first = (count: number) => letters.slice(0, count).join('').trimEnd() + ELLIPSIS;
  let fits = 0;
  let tooMany = letters.length + 1;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (measure(first(middle)) <= width) fits = middle;
    else tooMany = middle;
  }
  return first(fits);
}

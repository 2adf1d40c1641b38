/** Tells how wide a text is drawn, in pixels. */
export type Measure = (text: string) => number;

const ELLIPSIS = '…';

/**
 * Breaks a text into lines between words; what does not fit is cut, and an ellipsis says so.
 *
 * @param width of a line, in the unit of `measure`
 */
export function brokenIntoLines(
  text: string,
  { width, most, measure }: { width: number; most: number; measure: Measure },
): string[] {
  const words = text.trim().split(/\s+/);
  const lines: string[] = [];
  while (words.length > 0 && lines.length < most) {
    let line = words.shift() ?? '';
    while (words[0] !== undefined && measure(`${line} ${words[0]}`) <= width) {
      line += ` ${words.shift()}`;
    }
    const cut = measure(line) > width || (lines.length === most - 1 && words.length > 0);
    lines.push(cut ? shortened(line, width, measure) : line);
  }
  return lines;
}

// By halves: measuring is what takes the time.
function shortened(line: string, width: number, measure: Measure): string {
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

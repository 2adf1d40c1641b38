/** Tells on the standard error output what a run is doing. */
export function logProgress(text: string): void {
  process.stderr.write(`${text}\n`);
}

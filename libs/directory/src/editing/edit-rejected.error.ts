/** An edit that would make the directory untrue or unclear; nothing was written. */
export class EditRejectedError extends Error {
  override name = 'RefusedEdit';

  /**
   * @param field what is wrong
   * @param detail what would be right, as a sentence
   */
  constructor(
    readonly field: string,
    readonly detail: string,
  ) {
    super(`${field}: ${detail}`);
  }
}

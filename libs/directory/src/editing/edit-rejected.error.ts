/** Thrown for an edit that would make the directory wrong or ambiguous; nothing is written. */
export class EditRejectedError extends Error {
  override name = 'EditRejectedError';

  /**
   * @param field the invalid field
   * @param detail a sentence that explains what is allowed
   */
  constructor(
    readonly field: string,
    readonly detail: string,
  ) {
    super(`${field}: ${detail}`);
  }
}

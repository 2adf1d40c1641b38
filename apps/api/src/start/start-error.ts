/** A reason why the server cannot start, told in one sentence that says what to do. */
export class StartError extends Error {
  override name = 'StartError';
}

/** The token of the days after which kinds of data should be verified again. */
export const VERIFICATION_DAYS = Symbol('VERIFICATION_DAYS');

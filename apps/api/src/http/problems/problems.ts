import type { ProblemField } from '#contract';

/** A failure that is explained to the client in a problem document (RFC 9457). */
export abstract class ProblemError extends Error {
  abstract readonly status: number;
  /** The last part of the problem's `type`; it never changes. */
  abstract readonly code: string;
  abstract readonly title: string;
  readonly fields: ProblemField[] = [];
  /** Seconds after which it may be tried again, where that is known. */
  readonly retryAfter: number | null = null;
  /** What the client should have known. */
  readonly current: unknown = undefined;
}

/** Throw it when parameters or fields are invalid; name each one and what is allowed. */
export class InvalidRequestError extends ProblemError {
  override readonly status = 400;
  override readonly code = 'invalid-request';
  override readonly title = 'The request has wrong parameters';

  constructor(override readonly fields: ProblemField[]) {
    super(fields.map(({ name, detail }) => `${name}: ${detail}`).join(' '));
  }
}

/** Throw it when only someone who is signed in may do this. */
export class UnauthorizedError extends ProblemError {
  override readonly status = 401;
  override readonly code = 'unauthorized';
  override readonly title = 'Not signed in';
}

/** Throw it when a request must not be sent from where it comes. */
export class ForbiddenError extends ProblemError {
  override readonly status = 403;
  override readonly code = 'forbidden';
  override readonly title = 'Not allowed';
}

/** Throw it when somebody else has to accept a change, which its author can propose. */
export class NeedsReviewProblemError extends ProblemError {
  override readonly status = 403;
  override readonly code = 'needs-review';
  override readonly title = 'Somebody else has to accept this';
}

/** Throw it when the connection can be overheard by others, and so must not have passwords. */
export class InsecureConnectionError extends ProblemError {
  override readonly status = 403;
  override readonly code = 'insecure-connection';
  override readonly title = 'Not over this connection';
}

/** Throw it when a password alone is not enough for what an account may do. */
export class SecondFactorRequiredError extends ProblemError {
  override readonly status = 403;
  override readonly code = 'second-factor-required';
  override readonly title = 'Sign in with a second factor';
}

/** Throw it when no resource has that id or name. */
export class NotFoundError extends ProblemError {
  override readonly status = 404;
  override readonly code = 'not-found';
  override readonly title = 'Nothing is here';
}

/** Throw it when a resource lacks the method of the request; the response needs `Allow`. */
export class MethodNotAllowedError extends ProblemError {
  override readonly status = 405;
  override readonly code = 'method-not-allowed';
  override readonly title = 'Not this way';
}

/** Throw it when none of the formats that the client accepts is available. */
export class NotAcceptableError extends ProblemError {
  override readonly status = 406;
  override readonly code = 'not-acceptable';
  override readonly title = 'No such format';
}

/** Throw it when the present state of a record does not allow a change. */
export class ConflictError extends ProblemError {
  override readonly status = 409;
  override readonly code = 'conflict';
  override readonly title = 'Not in this state';
}

/** Throw it when a record was changed since the client read it (`If-Match`). */
export class PreconditionFailedError extends ProblemError {
  override readonly status = 412;
  override readonly code = 'precondition-failed';
  override readonly title = 'Changed in the meantime';

  /** @param current the record as it is now */
  constructor(
    message: string,
    override readonly current: unknown,
  ) {
    super(message);
  }
}

/** Throw it when a write does not say which version it changes (RFC 6585). */
export class PreconditionRequiredError extends ProblemError {
  override readonly status = 428;
  override readonly code = 'precondition-required';
  override readonly title = 'Say which version you change';
}

/** Throw it when a limit on submissions is reached. */
export class TooManyError extends ProblemError {
  override readonly status = 429;
  override readonly code = 'too-many';
  override readonly title = 'Too many for now';

  /** @param retryAfter seconds; null: as long as the usual limit */
  constructor(
    message: string,
    override readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}

/** Throw it where the client has gone: nobody gets the response, and only the log has its status. */
export class ClientGoneError extends ProblemError {
  override readonly status = 499;
  override readonly code = 'client-gone';
  override readonly title = 'Nobody waits for it any more';
}

/** Throw it when so much is in progress that one more would slow down all. */
export class OverloadedError extends ProblemError {
  override readonly status = 503;
  override readonly code = 'overloaded';
  override readonly title = 'Too much at once';

  constructor() {
    super('So many requests are in progress that this one was not begun. Try again in a moment.');
  }
}

/** Throw it when the database does not respond. */
export class UnavailableError extends ProblemError {
  override readonly status = 503;
  override readonly code = 'unavailable';
  override readonly title = 'Out of service for a moment';

  /** @param isLogged true where the cause was logged once and would recur with every request */
  constructor(
    message: string,
    readonly isLogged = false,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

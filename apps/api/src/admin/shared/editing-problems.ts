import {
  NeedsReviewError,
  OutOfScopeError,
  RecordConflictError,
  RecordNotFoundError,
  RecordRejectedError,
  StaleRecordError,
} from '#editorial';
import {
  ConflictError,
  ForbiddenError,
  InvalidRequestError,
  NeedsReviewProblemError,
  NotFoundError,
  PreconditionFailedError,
} from '../../http/problems/problems.ts';

/** Returns what some work of editing comes to, whose failures become problems. */
export async function withProblems<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw asProblem(error);
  }
}

function asProblem(error: unknown): unknown {
  if (error instanceof RecordNotFoundError) return new NotFoundError('There is no such record.');
  if (error instanceof OutOfScopeError) return new ForbiddenError(error.message);
  if (error instanceof NeedsReviewError) return new NeedsReviewProblemError(error.message);
  if (error instanceof RecordConflictError) return new ConflictError(error.message);
  if (error instanceof RecordRejectedError) return new InvalidRequestError(error.fields);
  if (!(error instanceof StaleRecordError)) return error;
  const detail = 'Somebody has changed the record since you read it: `current` is what it is now.';
  return new PreconditionFailedError(detail, error.current);
}

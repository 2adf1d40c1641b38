import type { EditedRecord, ProblemField } from '#contract';

/** Thrown for a document that cannot be stored; names each wrong field. */
export class RecordRejectedError extends Error {
  override name = 'RecordRejectedError';

  /** @param fields with paths such as `document.phones.0.number` */
  constructor(readonly fields: ProblemField[]) {
    super(fields.map(({ name, detail }) => `${name}: ${detail}`).join(' '));
  }
}

/** Thrown where there is no such record, or none that the author may see. */
export class RecordNotFoundError extends Error {
  override name = 'RecordNotFoundError';
}

/** Thrown for a change that leads out of what the author may edit. */
export class OutOfScopeError extends Error {
  override name = 'OutOfScopeError';
}

/** Thrown where a record was changed since the author read it. */
export class StaleRecordError extends Error {
  override name = 'StaleRecordError';

  constructor(readonly current: EditedRecord) {
    super('The record was changed in the meantime.');
  }
}

/** Thrown for a change that somebody else has to accept before it is published. */
export class NeedsReviewError extends Error {
  override name = 'NeedsReviewError';

  constructor() {
    super(
      'Codes, private places, closures and deletions are published when somebody else has accepted them: propose it.',
    );
  }
}

/** Thrown for a change that the present state does not allow; nothing is written. */
export class RecordConflictError extends Error {
  override name = 'RecordConflictError';
}

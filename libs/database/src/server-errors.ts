import { DatabaseStartError } from './engine/errors.ts';

/** A newer version of Amparo has migrated the database. */
export class SchemaTooNewError extends DatabaseStartError {
  override name = 'SchemaTooNewError';
  constructor(unknown: string[]) {
    super(
      `The database was changed by a newer Amparo (it knows ${unknown.join(', ')}): run that version, or restore a backup made before the update.`,
    );
  }
}

/** The server of DATABASE_URL cannot be used. */
export class DatabaseServerError extends DatabaseStartError {
  override name = 'DatabaseServerError';
}

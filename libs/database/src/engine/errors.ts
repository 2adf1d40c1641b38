/** Thrown when the database cannot be used, with one sentence that explains what to do. */
export class DatabaseStartError extends Error {
  override name = 'DatabaseStartError';
}

/** Another Amparo process is using the data folder. */
export class DataFolderLockedError extends DatabaseStartError {
  override name = 'DataFolderLockedError';
  constructor(folder: string, owner: string) {
    super(
      `The data folder ${folder} is in use by ${owner}: stop it first, or choose another folder with AMPARO_DATA_DIR.`,
    );
  }
}

/** The files in the data folder are not a complete database. */
export class DataFolderDamagedError extends DatabaseStartError {
  override name = 'DataFolderDamagedError';
  constructor(folder: string, reason: string) {
    super(
      `The database in ${folder} is damaged (${reason}): restore the folder from a backup, or move it away to begin with an empty directory.`,
    );
  }
}

/** The files disappeared while they were in use. */
export class DataFolderGoneError extends DatabaseStartError {
  override name = 'DataFolderGoneError';
  constructor(folder: string) {
    super(
      `The database in ${folder} has disappeared while Amparo was running: put the folder back, or stop Amparo and restore a backup.`,
    );
  }
}

/** The files were created by another major version of the engine. */
export class DataFolderTooNewError extends DatabaseStartError {
  override name = 'DataFolderTooNewError';
  constructor(folder: string, found: string, wanted: string) {
    super(
      `The database in ${folder} was made by PostgreSQL ${found} and this Amparo uses PostgreSQL ${wanted}: run the Amparo that made it, or restore an export into a new folder.`,
    );
  }
}

/** The data folder cannot be created or written to. */
export class DataFolderUnwritableError extends DatabaseStartError {
  override name = 'DataFolderUnwritableError';
  constructor(folder: string, reason: string) {
    super(
      `The data folder ${folder} cannot be written to (${reason}): give the user who runs Amparo the right to, or choose another folder with AMPARO_DATA_DIR.`,
    );
  }
}

/** The engine did not start for a reason unrelated to its files. */
export class EngineFailedError extends DatabaseStartError {
  override name = 'EngineFailedError';
  constructor(reason: string) {
    super(`The embedded database did not start (${reason}): try again, or use DATABASE_URL.`);
  }
}

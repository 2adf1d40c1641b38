/** What the tests find prepared. */
export interface Databases {
  /** A PostgreSQL server; '' where none is installed. */
  serverUrl: string;
  /** The database of that server with the records, which tests copy. */
  template: string;
  /** A data folder of the embedded engine with the records, which tests copy. */
  embeddedData: string;
  /** For files that go when the run ends. */
  folder: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    databases: Databases;
    /** The engine that a project of the run is about. */
    engine: 'server' | 'embedded';
    /** The built server that the browser specs share, and the file that it logs into. */
    site: { address: string; log: string };
  }
}

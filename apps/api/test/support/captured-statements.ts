import pg from 'pg';

export interface Statement {
  text: string;
  values: unknown[];
}

/** The statements that this process sends to databases. */
export interface CapturedStatements {
  /** What was sent since it was asked last. */
  take(): Statement[];
  stop(): void;
}

/** @param except a connection of the test's own */
export function captureStatements(except?: pg.Client): CapturedStatements {
  let statements: Statement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...parts: unknown[]) {
    if (this !== except) statements.push(statementOf(parts));
    return (query as (...all: unknown[]) => unknown).apply(this, parts);
  } as typeof query;
  return {
    take: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
    stop: () => {
      pg.Client.prototype.query = query;
    },
  };
}

function statementOf([config, values]: unknown[]): Statement {
  const { text, values: own } =
    typeof config === 'string'
      ? { text: config, values }
      : (config as { text: string; values?: unknown[] });
  return { text, values: Array.isArray(own) ? own : [] };
}

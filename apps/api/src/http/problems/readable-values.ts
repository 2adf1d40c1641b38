import type { FastifyInstance } from 'fastify';
import { InvalidRequestError } from './problems.ts';

/** Deeper values than any body needs, far below what would exhaust the stack. */
const MAX_DEPTH = 32;

/**
 * Rejects values that cannot be processed: the character NUL, which PostgreSQL cannot store, and
 * values that are nested too deeply.
 */
export function addValueChecks(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    const detail = faultIn(request.query) ?? faultIn(request.body);
    done(detail ? new InvalidRequestError([detail]) : undefined);
  });
}

interface Value {
  value: unknown;
  /** The field of the query or the body that contains it. */
  field: string;
  depth: number;
}

// A stack of our own, because recursion is what a deep value would exhaust.
function faultIn(values: unknown): { name: string; detail: string } | null {
  const stack = childrenOf({ value: values, field: '', depth: 0 });
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { value, field, depth } = entry;
    if (typeof value === 'string' && value.includes('\0')) {
      return { name: field, detail: 'Text cannot contain the character NUL (U+0000).' };
    }
    if (depth > MAX_DEPTH) {
      return { name: field, detail: `Values may be nested ${MAX_DEPTH} levels deep.` };
    }
    stack.push(...childrenOf(entry));
  }
  return null;
}

function childrenOf({ value, field, depth }: Value): Value[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, child]) => ({
    value: child,
    field: field || name,
    depth: depth + 1,
  }));
}

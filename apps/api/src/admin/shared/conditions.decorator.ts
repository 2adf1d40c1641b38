import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvalidRequestError, PreconditionRequiredError } from '../../http/problems/problems.ts';

const VERSION = /^"([1-9][0-9]{0,8})"$/;
const KEY = /^[\x21-\x7e]{1,200}$/;

/** The parameter of a handler that is the version which a request changes: its `If-Match`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const tag = headers['if-match'];
  if (tag === undefined) {
    throw new PreconditionRequiredError('Send the ETag of what you read as If-Match.');
  }
  const version = VERSION.exec(tag)?.[1];
  if (version !== undefined) return Number(version);
  throw new InvalidRequestError([{ name: 'If-Match', detail: 'One ETag, as in "7".' }]);
});

/** The parameter of a handler that is the `Idempotency-Key`; null: none was sent. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | null => {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const key = headers['idempotency-key'];
    if (key === undefined) return null;
    if (typeof key === 'string' && KEY.test(key)) return key;
    const detail = 'Up to 200 letters and digits without spaces.';
    throw new InvalidRequestError([{ name: 'Idempotency-Key', detail }]);
  },
);

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ClientGoneError } from '../problems/problems.ts';

/** An `AbortSignal` that is aborted when the client disconnects before it has its response. */
export const RequestSignal = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { raw } = context.switchToHttp().getResponse<FastifyReply>();
  const controller = new AbortController();
  const abort = (): void => controller.abort(new ClientGoneError('The client has disconnected.'));
  if (raw.destroyed) abort();
  else raw.once('close', () => raw.writableFinished || abort());
  return controller.signal;
});

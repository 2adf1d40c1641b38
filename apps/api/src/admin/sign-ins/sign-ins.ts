import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Authentication, SessionRepository, type SignedIn } from '#identity';
import { Clock } from '../../public/shared/state/clock.ts';
import { clientOf } from './exchange.ts';

/** Tells who is signed in. */
@Injectable()
export class SignIns {
  constructor(
    private readonly authentication: Authentication,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns null for a request without the cookie of a session that goes on */
  async of(request: FastifyRequest): Promise<SignedIn | null> {
    const id = await this.authentication.sessionIdOf(clientOf(request));
    return id === null ? null : await this.sessions.find(id, this.clock.now());
  }
}

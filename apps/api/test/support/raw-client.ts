import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';

export interface RawAnswer {
  status: number;
  text: string;
}

/** Asks an application over HTTP and gives the answer as text, whatever it is. */
export function rawClient(app: NestFastifyApplication) {
  const server = app.getHttpServer();
  return async (
    path: string,
    { body, accept = 'application/json' }: { body?: unknown; accept?: string } = {},
  ): Promise<RawAnswer> => {
    const test =
      body === undefined
        ? request(server).get(path)
        : request(server)
            .post(path)
            .send(body as object);
    const { status, body: bytes } = await test
      .set('accept', accept)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    return { status, text: (bytes as Buffer).toString() };
  };
}

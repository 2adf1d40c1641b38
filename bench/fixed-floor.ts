import { fastify } from 'fastify';

/**
 * The floor under answers that are kept: what Fastify costs when everything is known before.
 *
 * It sends one JSON text of BODY_BYTES bytes for every address below `/v1/`. It does no look-up, no
 * ETag, no security headers and no log.
 */
const empty = JSON.stringify({ text: '' });
const text = 'x'.repeat(Number(process.env.BODY_BYTES) - empty.length);
const body = JSON.stringify({ text });
const server = fastify();
server.get('/v1/*', (_, reply) => {
  void reply.header('content-type', 'application/json; charset=utf-8').send(body);
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });

import { fastify } from 'fastify';

/**
 * The baseline of cached responses: the cost of Fastify with a constant body.
 *
 * It sends a JSON text of BODY_BYTES bytes for every URL below `/v1/`, without a cache lookup,
 * ETag, security headers or log.
 */
const empty = JSON.stringify({ text: '' });
const text = 'x'.repeat(Number(process.env.BODY_BYTES) - empty.length);
const body = JSON.stringify({ text });
const server = fastify();
server.get('/v1/*', (_, reply) => {
  void reply.header('content-type', 'application/json; charset=utf-8').send(body);
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });

import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { publicData, publicPage } from '../../http/cache/response-policy.ts';
import { openApiDocument } from './document.ts';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Amparo API</title>
    <link rel="icon" href="/docs/assets/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/assets/swagger-ui.css">
  </head>
  <body>
    <main id="api"></main>
    <script src="/docs/assets/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', validatorUrl: null });\n`;

/** They depend on the version of the program alone, and on no parameter. */
const FIXED = { parameters: [], changesWithTime: false };

/** Serves the document at /openapi.json and a page to try it at /docs, from our own origin. */
export async function addOpenApiRoutes(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  let document: string | null = null;
  fastify.get('/openapi.json', { config: publicData(FIXED) }, async (_request, reply) => {
    document ??= JSON.stringify(openApiDocument(app));
    return await reply.type('application/json; charset=utf-8').send(document);
  });
  fastify.get('/docs', { config: publicPage(FIXED) }, async (_request, reply) => {
    return await reply.type('text/html; charset=utf-8').send(PAGE);
  });
  fastify.get('/docs/start.js', { config: publicPage(FIXED) }, async (_request, reply) => {
    return await reply.type('text/javascript; charset=utf-8').send(START);
  });
  await fastify.register(fastifyStatic, {
    root: dirname(createRequire(import.meta.url).resolve('swagger-ui-dist')),
    prefix: '/docs/assets/',
    decorateReply: false,
    index: false,
    allowedPath: (path) => !path.endsWith('.map'),
  });
}

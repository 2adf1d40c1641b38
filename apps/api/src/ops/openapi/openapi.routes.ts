import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { openApiDocument } from './document.ts';

/** Serves the document at /openapi.json, and at /docs a page to try it, from our own origin. */
export function addOpenApiRoutes(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Amparo API',
    swaggerOptions: { validatorUrl: null, tryItOutEnabled: true },
  });
}

import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { componentSchemas } from '../../http/openapi/schema-builder.ts';

const DESCRIPTION = `The open directory of legal aid and humanitarian help along the U.S.-Mexico border.

Every value has a source and a date; what is not known is null. \`verified_at\` says when somebody
checked a listing, \`freshness\` how long ago that is. Public reads need no key.`;

/** Builds the OpenAPI 3.1 document from the controllers and the schemas of their responses. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Amparo')
    .setDescription(DESCRIPTION)
    .setVersion('1.0.0')
    .setOpenAPIVersion('3.1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addTag('Search', 'Help near a place, by filter, by words, on a map.')
    .addTag('Directory', 'Organizations and help lines.')
    .addTag('Detention', 'Facilities, the codes that are dialled there, and who helps.')
    .addTag('Guides', 'Plain texts that say how old they are.')
    .addTag('Vocabulary', 'The values of filters, and place names.')
    .addTag('Accounts', 'Signing in, for those who keep the records.')
    .addBearerAuth({ type: 'http', description: 'A personal access token.' }, 'token')
    .addCookieAuth('__Host-amparo.session_token', { type: 'apiKey', in: 'cookie' }, 'session')
    .addTag('Editing', 'Records as the people who keep them see them.')
    .addTag('Review', 'Suggestions and proposals.')
    .addTag('Verification', 'What is due, and what came of calling.')
    .addTag('Operation', 'Whether the service is up.')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) =>
      `${controller.replace('Controller', '')}_${method}`.toLowerCase(),
  });
  return {
    ...document,
    security: [],
    components: {
      ...document.components,
      schemas: {
        ...document.components?.schemas,
        ...(componentSchemas() as object),
      },
    },
  };
}

import type { CodeCount, Region, ServiceType } from '#contract';
import { pageComponent } from '../../http/openapi/page.schema.ts';
import {
  arrayOf,
  component,
  enumOf,
  objectOf,
  type Schema,
  type SchemasOf,
  text,
} from '../../http/openapi/schema-builder.ts';

const names: Schema<Record<string, string>> = {
  type: 'object',
  required: ['en', 'es'],
  properties: { en: { type: 'string' }, es: { type: 'string' } },
  additionalProperties: { type: 'string' },
};

const listingCount: Schema<number> = {
  type: 'integer',
  minimum: 0,
  description: 'Open listings that it finds.',
};

const codeCountSchemas: SchemasOf<CodeCount> = { code: text(), names, count: listingCount };

export const regionPageComponent = pageComponent(
  component<Region>(
    'Region',
    objectOf<Region>({
      ...codeCountSchemas,
      kind: enumOf(['country', 'state', 'group']),
      members: arrayOf(text()),
    }),
  ),
  {
    code: 'US-TX',
    kind: 'state',
    names: { en: 'Texas', es: 'Texas' },
    members: [],
    count: 20,
  },
);

export const serviceTypePageComponent = pageComponent(
  component<ServiceType>(
    'ServiceType',
    objectOf<ServiceType>({ ...codeCountSchemas, definition: text() }),
  ),
  {
    code: 'legal',
    names: { en: 'Legal help', es: 'Ayuda legal' },
    definition: 'Advice and help.',
    count: 30,
  },
);

export const languagePageComponent = pageComponent(
  component<CodeCount>('Language', objectOf<CodeCount>(codeCountSchemas)),
  { code: 'es', names: { en: 'Spanish', es: 'español' }, count: 6 },
);

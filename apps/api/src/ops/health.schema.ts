import { component, objectOf, text } from '../http/openapi/schema-builder.ts';

export interface Health {
  status: string;
}

export const healthComponent = component<Health>(
  'Health',
  objectOf<Health>({ status: text() }, { examples: [{ status: 'ready' }] }),
  { status: 'ready' },
);

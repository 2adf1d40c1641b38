import { exactly, listOf, type Schema, text } from './schema-builder.ts';

/** RFC 9457 */
export const problemSchemas: Record<string, Schema> = {
  Problem: {
    ...exactly({
      type: text('A stable address of the kind of problem.'),
      title: text(),
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: text(),
      instance: text('The path asked for, without its query.'),
      errors: listOf(exactly({ name: text(), detail: text('What would be right.') })),
    }),
    required: ['type', 'title', 'status', 'detail', 'instance'],
    examples: [
      {
        type: '/docs/problems#invalid-request',
        title: 'The request has wrong parameters',
        status: 400,
        detail: 'lat: A latitude is a number of degrees from -90 to 90.',
        instance: '/v1/nearby',
        errors: [{ name: 'lat', detail: 'A latitude is a number of degrees from -90 to 90.' }],
      },
    ],
  },
  Health: {
    ...exactly({ status: text() }),
    examples: [{ status: 'ready' }],
  },
};

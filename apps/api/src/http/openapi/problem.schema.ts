import type { Problem, ProblemField } from '#contract';
import { arrayOf, component, objectOf, text } from './schema-builder.ts';

/** RFC 9457 */
export const problemComponent = component<Problem>(
  'Problem',
  objectOf<Problem>(
    {
      type: text('A stable address of the kind of problem.'),
      title: text(),
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: text(),
      instance: text('The path asked for, without its query.'),
      errors: arrayOf(
        objectOf<ProblemField>({ name: text(), detail: text('What would be right.') }),
      ),
      current: { description: 'With 412: the record as it is now.' },
    },
    {
      optional: ['errors', 'current'],
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
  ),
);

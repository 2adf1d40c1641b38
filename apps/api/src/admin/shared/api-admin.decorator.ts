import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiDefaultResponse, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { jsonContent, problemContent } from '../../http/openapi/api-response.decorator.ts';
import { type NamedSchema, reference } from '../../http/openapi/schema-builder.ts';
import { MaxBody } from '../../http/routing/body-limit.ts';

/** The size of the largest record by far, and some more. */
const MAX_RECORD_BYTES = 1024 * 1024;

/** What the OpenAPI document says of a route of the console. */
export interface AdminRoute {
  summary: string;
  response: NamedSchema;
  /** By default 200. */
  status?: 200 | 201;
  body?: NamedSchema;
  /** Whether it changes one version of something. */
  ifMatch?: boolean;
  /** Whether it can be sent twice. */
  idempotent?: boolean;
}

/** Documents a route of the console. */
export function ApiAdmin(route: AdminRoute): MethodDecorator {
  const { summary, response, status = 200, body, ifMatch = false, idempotent = false } = route;
  return applyDecorators(
    ApiOperation({ summary, security: [{ session: [] }, { token: [] }] }),
    ApiResponse({ status, description: 'What it is now.', content: jsonContent(response) }),
    ...(body
      ? [ApiBody({ required: true, schema: reference(body) }), MaxBody(MAX_RECORD_BYTES)]
      : []),
    ...(ifMatch ? conditional : []),
    ...(idempotent ? [idempotency] : []),
    ...problems([400, 401, 403, 404]),
    ApiDefaultResponse({ description: 'Any other failure.', content: problemContent }),
  );
}

const DESCRIPTIONS: Record<number, string> = {
  400: 'A field is wrong; each is named.',
  401: 'Not signed in.',
  403: 'The account may not do this.',
  404: 'There is none that the account may see.',
  412: 'It was changed in the meantime: `current` is what it is now.',
  428: 'The request has no If-Match.',
};

const problems = (statuses: number[]) =>
  statuses.map((status) =>
    ApiResponse({ status, description: String(DESCRIPTIONS[status]), content: problemContent }),
  );

const conditional = [
  ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The ETag of what was read.',
    schema: { type: 'string', examples: ['"7"'] },
  }),
  ...problems([412, 428]),
];

const idempotency = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description: 'The same request with the same key is done once, for a day.',
  schema: { type: 'string', maxLength: 200 },
});

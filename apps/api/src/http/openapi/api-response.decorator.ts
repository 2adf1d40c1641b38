import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiBody,
  ApiDefaultResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiResponse,
} from '@nestjs/swagger';
import { problemComponent } from './problem.schema.ts';
import { type NamedSchema, reference } from './schema-builder.ts';

const content = (type: string, body: NamedSchema) => ({
  [type]: { schema: reference(body), example: body.example },
});

/** The content of a response in JSON. */
export const jsonContent = (body: NamedSchema) => content('application/json', body);

/** The content of every problem response. */
export const problemContent = {
  'application/problem+json': { schema: reference(problemComponent) },
};

/** The formats a route offers in addition to JSON. */
export interface OtherFormats {
  geojson?: NamedSchema;
  csv?: NamedSchema;
}

/** Documents the purpose of a route and the schema of its response in JSON and other formats. */
export function ApiJsonResponse(
  summary: string,
  json: NamedSchema,
  { geojson, csv }: OtherFormats = {},
): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiOkResponse({
      description: 'What was found.',
      content: {
        ...jsonContent(json),
        ...(geojson ? content('application/geo+json', geojson) : {}),
        ...(csv ? content('text/csv', csv) : {}),
      },
    }),
    ApiResponse({
      status: 400,
      description: 'A parameter is wrong; each is named.',
      content: problemContent,
    }),
    ApiDefaultResponse({ description: 'Any other failure.', content: problemContent }),
  );
}

/** Documents a path parameter that identifies one resource. */
export function ApiPathName(name: string, description: string, example: string): MethodDecorator {
  return applyDecorators(
    ApiParam({ name, description, example, type: String }),
    ApiResponse({
      status: 404,
      description: 'There is none of that name.',
      content: problemContent,
    }),
  );
}

/** Documents that a former name of a record redirects to the present one. */
export function ApiFormerNames(): MethodDecorator {
  return ApiResponse({
    status: 308,
    description: 'The record has another name now, or was merged into another one.',
    headers: {
      Location: {
        description: 'The same request with the present name.',
        schema: { type: 'string', format: 'uri-reference' },
      },
    },
  });
}

/** Documents a JSON request body. */
export function ApiJsonBody(type: Type): MethodDecorator {
  return ApiBody({ type, required: true });
}

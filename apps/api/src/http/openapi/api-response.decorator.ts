import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiBody,
  ApiDefaultResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiResponse,
} from '@nestjs/swagger';
import { examples } from '../../ops/openapi/examples.ts';
import { ref } from './schema-builder.ts';

const content = (type: string, name: string) => ({
  [type]: { schema: ref(name), example: examples[name] },
});

/** The content of an answer in JSON, by the name of its schema. */
export const jsonContent = (name: string) => content('application/json', name);

/** The content of every refusal. */
export const problemContent = { 'application/problem+json': { schema: ref('Problem') } };

/**
 * What a route is for, and what it answers: the name of the schema in JSON and, where it has
 * points, in GeoJSON, or the word `csv` where it has a table.
 */
export function ApiJsonResponse(summary: string, json: string, also?: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiOkResponse({
      description: 'What was found.',
      content: {
        ...jsonContent(json),
        ...contentBeside(also),
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

function contentBeside(also: string | undefined) {
  if (!also) return {};
  if (also === 'csv') return content('text/csv', 'SpeedDialTable');
  return content('application/geo+json', also);
}

/** One thing by its name in the path. */
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

/** A question in a JSON body. */
export function ApiJsonBody(type: Type): MethodDecorator {
  return ApiBody({ type, required: true });
}

import { applyDecorators, type Type } from '@nestjs/common';
import { ApiBody, ApiDefaultResponse, ApiOkResponse, ApiParam, ApiResponse } from '@nestjs/swagger';
import { examples } from './examples.ts';
import { ref } from './schemas/build.ts';

const content = (type: string, name: string) => ({
  [type]: { schema: ref(name), example: examples[name] },
});

const problem = { 'application/problem+json': { schema: ref('Problem') } };

/** What a route answers: the name of the schema in JSON and, where it has points, in GeoJSON. */
export function ApiAnswer(json: string, geojson?: string): MethodDecorator {
  return applyDecorators(
    ApiOkResponse({
      description: 'What was found.',
      content: {
        ...content('application/json', json),
        ...(geojson ? content('application/geo+json', geojson) : {}),
      },
    }),
    ApiResponse({
      status: 400,
      description: 'A parameter is wrong; each is named.',
      content: problem,
    }),
    ApiDefaultResponse({ description: 'Any other failure.', content: problem }),
  );
}

/** One thing by its name in the path. */
export function ApiOne(name: string, description: string, example: string): MethodDecorator {
  return applyDecorators(
    ApiParam({ name, description, example, type: String }),
    ApiResponse({ status: 404, description: 'There is none of that name.', content: problem }),
  );
}

/** A question in a JSON body. */
export function ApiQuestion(type: Type): MethodDecorator {
  return ApiBody({ type, required: true });
}

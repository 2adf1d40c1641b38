import { applyDecorators } from '@nestjs/common';
import {
  ApiCookieAuth,
  ApiDefaultResponse,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
} from '@nestjs/swagger';
import { jsonContent, problemContent } from './api-response.decorator.ts';
import type { NamedSchema } from './schema-builder.ts';

/** Documents a route of accounts or the console, which nobody else can use. */
export function ApiAccountResponse(summary: string, json: NamedSchema): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiOkResponse({ description: 'What is there now.', content: jsonContent(json) }),
    ApiResponse({
      status: 400,
      description: 'A field is wrong; each is named.',
      content: problemContent,
    }),
    ApiResponse({ status: 401, description: 'Nobody is signed in.', content: problemContent }),
    ApiResponse({
      status: 403,
      description: 'The account may not do it, or the request came from elsewhere.',
      content: problemContent,
    }),
    ApiDefaultResponse({ description: 'Any other failure.', content: problemContent }),
  );
}

/** Documents that a route needs the cookie of someone who is signed in. */
export function ApiSignedIn(): MethodDecorator & ClassDecorator {
  return ApiCookieAuth('session');
}

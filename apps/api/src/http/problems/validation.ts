import { type Type, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { ProblemField } from '#contract';
import { InvalidRequestError } from './problems.ts';

/**
 * Validates queries and bodies against their classes; unknown names are rejected, not ignored. A
 * field of a nested object is named by its path, as in `document.phones.0.number`.
 *
 * @param expectedType the class of one parameter, where its own type does not tell
 */
export function validationPipe(expectedType?: Type): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
    ...(expectedType ? { expectedType } : {}),
    exceptionFactory: (errors) =>
      new InvalidRequestError(errors.flatMap((error) => fieldsOf(error))),
  });
}

function fieldsOf(
  { property, constraints = {}, children = [] }: ValidationError,
  parent = '',
): ProblemField[] {
  const name = parent + property;
  const unknown = 'whitelistValidation' in constraints;
  const detail = unknown
    ? 'There is no such parameter. /openapi.json lists those there are.'
    : [...new Set(Object.values(constraints))].join(' ');
  return [
    ...(detail ? [{ name, detail }] : []),
    ...children.flatMap((child) => fieldsOf(child, `${name}.`)),
  ];
}

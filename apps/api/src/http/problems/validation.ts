import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { ProblemField } from '#contract';
import { InvalidRequestError } from './problems.ts';

/** Validates queries and bodies against their classes; unknown names are rejected, not ignored. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new InvalidRequestError(errors.flatMap(fieldsOf)),
  });
}

function fieldsOf({ property, constraints = {}, children = [] }: ValidationError): ProblemField[] {
  const unknown = 'whitelistValidation' in constraints;
  const detail = unknown
    ? 'There is no such parameter. /openapi.json lists those there are.'
    : [...new Set(Object.values(constraints))].join(' ');
  return [...(detail ? [{ name: property, detail }] : []), ...children.flatMap(fieldsOf)];
}

import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import type { Actor } from '#identity';

const WHO = /^(me|nobody|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The field of a query that says who looks after the records: `me`, `nobody`, or an account. */
export function AssignedTo(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      type: String,
      example: 'me',
      description: 'Who looks after it: `me`, `nobody`, or the id of an account.',
    }),
    IsOptional(),
    Matches(WHO, { message: 'Say me, nobody, or the id of an account.' }),
  );
}

/** Returns the id of the account that is meant, or `nobody`; null: whoever it is. */
export function assignedTo(value: string | undefined, { id }: Actor): string | null {
  return value === 'me' ? id : (value ?? null);
}

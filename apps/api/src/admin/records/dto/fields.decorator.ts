import { applyDecorators, type Type as ClassType } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { toE164 } from '../phone-number.ts';

const MAX_LIST = 100;
const listText = { message: `Give a list of ${MAX_LIST} at most, each once.` };
const CODE_PATTERNS = {
  language: { pattern: /^[a-z]{2,3}$/, message: 'Languages are codes of ISO 639, as in es.' },
  region: {
    pattern: /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/,
    message: 'Regions are codes of ISO 3166, as in US-TX.',
  },
  term: { pattern: /^[a-z]+(-[a-z]+)*$/, message: 'Kinds of help are codes, as in legal.' },
};

/** The field has to be there, and may be null. */
export function Nullable(): PropertyDecorator {
  return ValidateIf((_, value) => value !== null);
}

export function Text(max: number): PropertyDecorator {
  const message = { message: `Write 1 to ${max} letters.` };
  return applyDecorators(IsString(message), MaxLength(max, message), Matches(/\S/, message));
}

/** The id of a part that is there already, or of a new one. */
export function PartId(): PropertyDecorator {
  return applyDecorators(IsOptional(), IsUUID(undefined, { message: 'An id is a UUID.' }));
}

export function Id(): PropertyDecorator {
  return IsUUID(undefined, { message: 'An id is a UUID.' });
}

export function Slug(): PropertyDecorator {
  const message = {
    message: 'A slug has lower-case letters and digits with hyphens between them.',
  };
  return applyDecorators(
    IsString(message),
    MaxLength(200, message),
    Matches(/^(?!.*-remote$)[a-z0-9]+(-[a-z0-9]+)*$/, message),
  );
}

export function WebAddress(): PropertyDecorator {
  const message = { message: 'A web address begins with https:// or http://.' };
  return applyDecorators(
    IsString(message),
    MaxLength(1000, message),
    Matches(/^https?:\/\/[^\s/$.?#][^\s]*$/, message),
  );
}

export function Email(): PropertyDecorator {
  return IsEmail({}, { message: 'Write an e-mail address, as in help@example.org.' });
}

/** A year, a month or a day that exists. */
export function PartialDate(): PropertyDecorator {
  return ValidateBy(
    { name: 'isCalendarDate', validator: { validate: isCalendarDate } },
    { message: 'Name a date of the calendar, as in 2026-12-01, 2026-12 or 2026.' },
  );
}

function isCalendarDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return false;
  const at = new Date(value);
  // Without this check, February 31 would be a day in March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** A day that exists. */
export function Day(): PropertyDecorator {
  return applyDecorators(
    PartialDate(),
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Name the day, as in 2026-12-01.' }),
  );
}

export function OneOf(codes: readonly string[]): PropertyDecorator {
  return IsIn(codes, { message: `One of ${codes.join(', ')}.` });
}

export function Flag(): PropertyDecorator {
  return IsBoolean({ message: 'Say true or false.' });
}

export function WholeNumber(min: number, max: number): PropertyDecorator {
  const message = { message: `A whole number from ${min} to ${max}.` };
  return applyDecorators(IsInt(message), Min(min, message), Max(max, message));
}

export function Decimal(min: number, max: number): PropertyDecorator {
  const message = { message: `A number from ${min} to ${max}.` };
  return applyDecorators(IsNumber({}, message), Min(min, message), Max(max, message));
}

/** A phone number in any usual form, which becomes E.164. */
export function PhoneNumber(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? (toE164(value) ?? '') : value)),
    Matches(/^\+[1-9][0-9]{7,14}$/, {
      message: 'Write a phone number with its area. Codes such as 9233# stand under codes.',
    }),
  );
}

/** A list of texts, each once. */
export function Texts(max: number): PropertyDecorator {
  const message = { message: `Write 1 to ${max} letters each.`, each: true };
  return applyDecorators(
    List(),
    IsString(message),
    MaxLength(max, message),
    Matches(/\S/, message),
  );
}

/** A list of codes of one kind, each once. */
export function Codes(of: keyof typeof CODE_PATTERNS | readonly string[]): PropertyDecorator {
  if (typeof of !== 'string') {
    return applyDecorators(
      List(),
      IsIn(of, { message: `Each one of ${of.join(', ')}.`, each: true }),
    );
  }
  const { pattern, message } = CODE_PATTERNS[of];
  return applyDecorators(List(), Matches(pattern, { message, each: true }));
}

export function Ids(): PropertyDecorator {
  return applyDecorators(List(), IsUUID(undefined, { message: 'Ids are UUIDs.', each: true }));
}

/** A list of parts. */
export function Parts(part: () => ClassType): PropertyDecorator {
  return applyDecorators(
    IsArray({ message: 'Give a list.' }),
    ArrayMaxSize(MAX_LIST, listText),
    ValidateNested({ each: true, message: 'Give a list of objects.' }),
    Type(part),
  );
}

/** One object. */
export function Part(part: () => ClassType): PropertyDecorator {
  return applyDecorators(
    IsDefined({ message: 'Give an object.' }),
    IsObject({ message: 'Give an object.' }),
    ValidateNested(),
    Type(part),
  );
}

export { IsOptional as Optional, Matches } from 'class-validator';

function List(): PropertyDecorator {
  return applyDecorators(
    IsArray({ message: 'Give a list.' }),
    ArrayMaxSize(MAX_LIST, listText),
    ArrayUnique(listText),
  );
}

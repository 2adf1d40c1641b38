import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { iso6393 } from 'iso-639-3';

const known = new Set(iso6393.flatMap((language) => language.iso6391 ?? language.iso6393));

/**
 * `spa`, `ES` and `es-MX` are all converted to `es`, the shortest ISO 639 code of the language; other
 * text is unchanged, so that validation rejects it. Put it below `List` where there are several.
 */
export function LanguageText(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? [...new Set(value.map(shortestCode))] : shortestCode(value),
  );
}

/** Rejects everything but the codes that `LanguageText` produces. */
export function IsLanguage(options: { each?: boolean } = {}): PropertyDecorator {
  return ValidateBy(
    { name: 'isLanguage', validator: { validate: (code: unknown) => known.has(String(code)) } },
    { ...options, message: 'A language is an ISO 639 code, such as es.' },
  );
}

/** RFC 5646, 4.5: the canonical form has the shortest code, and the language comes first. */
function shortestCode(tag: unknown): unknown {
  if (typeof tag !== 'string') return tag;
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return tag;
  }
}

import { Transform } from 'class-transformer';

/** `?service=legal,food&service=shelter` and `["legal", "food"]` are both converted to a list. */
export function List(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (value === undefined || value === null) return undefined;
    return [value]
      .flat()
      .flatMap((entry: unknown) => (typeof entry === 'string' ? entry.split(',') : [entry]))
      .map((entry) => (typeof entry === 'string' ? entry.trim() : entry))
      .filter((entry) => entry !== '');
  });
}

/** Parses a number in a query; other text becomes NaN, so that validation rejects it. */
export function NumberText(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    return value.trim() === '' ? Number.NaN : Number(value);
  });
}

/** Parses `true` or `false` in a query; other text is unchanged, so that validation rejects it. */
export function BooleanText(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );
}

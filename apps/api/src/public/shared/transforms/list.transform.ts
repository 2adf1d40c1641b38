import { Transform } from 'class-transformer';

/** `?service=legal,food&service=shelter` and `["legal", "food"]` alike become a list of texts. */
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

/** A number written as text in a query; other texts become NaN, so that the check refuses them. */
export function NumberText(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    return value.trim() === '' ? Number.NaN : Number(value);
  });
}

/** `true` or `false` written as text in a query; anything else stays, so that the check refuses it. */
export function BooleanText(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );
}

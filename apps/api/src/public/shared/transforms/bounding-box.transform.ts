import { Transform } from 'class-transformer';
import { IsObject } from 'class-validator';
import { parseBoundingBox } from '#geo';

const boxText = {
  message: 'Give west,south,east,north in degrees, south not above north.',
};

/** `-107,31,-106,32` is converted to a `BoundingBox`; other text is rejected. */
export function BoxText(): PropertyDecorator {
  // Returns false and not null, because an optional parameter may be null.
  const read = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (parseBoundingBox(value) ?? false) : value,
  );
  const check = IsObject(boxText);
  return (target, name) => {
    read(target, name);
    check(target, name);
  };
}

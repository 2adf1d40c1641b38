import { Transform } from 'class-transformer';
import { IsObject } from 'class-validator';
import { parseBoundingBox } from '#geo';

const boxText = {
  message: 'Give west,south,east,north in degrees, south not above north.',
};

/** `-107,31,-106,32` becomes a `BoundingBox`; any other text is refused. */
export function BoxText(): PropertyDecorator {
  // Not null, which an optional parameter may be.
  const read = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (parseBoundingBox(value) ?? false) : value,
  );
  const check = IsObject(boxText);
  return (target, name) => {
    read(target, name);
    check(target, name);
  };
}

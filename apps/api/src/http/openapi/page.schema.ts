import type { Page } from '#contract';
import {
  arrayOf,
  type Component,
  component,
  nullable,
  objectOf,
  ref,
  text,
} from './schema-builder.ts';

/** Registers the schema of `{ items, next }`; the default name is the item's name plus `Page`. */
export function pageComponent<T>(
  item: Component<T>,
  example: T,
  name = `${item.name}Page`,
): Component<Page<T>> {
  const schema = objectOf<Page<T>>({
    items: arrayOf(ref(item)),
    next: nullable(text('Pass it as cursor for the next page; null on the last.')),
  });
  return component(name, schema, { items: [example], next: null });
}

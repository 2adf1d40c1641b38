declare const valueType: unique symbol;

/** A JSON Schema (2020-12), as OpenAPI 3.1 uses it. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/**
 * A JSON Schema of values of type T. The compiler checks it against T: the types of libs/contract
 * are the source, and a schema with a missing property or a wrong type does not compile.
 */
export interface Schema<T> extends JsonSchema {
  // Never set at run time. A function type makes the schema invariant in T.
  readonly [valueType]?: (value: T) => T;
}

/** A schema for each property of T. */
export type SchemasOf<T> = { [Name in keyof T]-?: Schema<Required<T>[Name]> };

type OptionalNames<T> = {
  [Name in keyof T]-?: undefined extends T[Name] ? Name : never;
}[keyof T];

/** A schema that is registered by name in the document, with a made-up example. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly example: unknown;
}

export interface Component<T> extends NamedSchema {
  readonly schema: Schema<T>;
}

const components = new Map<string, NamedSchema>();

/** Registers a schema by name in the document. */
export function component<T>(name: string, schema: Schema<T>, example?: T): Component<T> {
  const named = { name, schema, example };
  components.set(name, named);
  return named;
}

/** Returns every registered schema, by name. */
export function componentSchemas(): Record<string, JsonSchema> {
  return Object.fromEntries([...components].map(([name, { schema }]) => [name, schema]));
}

/** Returns the reference to a named schema in the document. */
export const reference = ({ name }: NamedSchema): { $ref: string } => ({
  $ref: `#/components/schemas/${name}`,
});

export const ref = <T>(named: Component<T>): Schema<T> => ({ ...reference(named) });

export const text = (description?: string): Schema<string> => ({
  type: 'string',
  ...(description ? { description } : {}),
});

export const flag = (description: string): Schema<boolean> => ({ type: 'boolean', description });

/** The same schema, or null for unknown values. */
export function nullable<T>(schema: Schema<T>): Schema<T | null> {
  const keywords: JsonSchema = schema;
  if (typeof keywords.type === 'string' && !keywords.enum) {
    return { ...keywords, type: [keywords.type, 'null'] };
  }
  return { anyOf: [schema, { type: 'null' }] };
}

export const enumOf = <const Code extends string>(
  codes: readonly Code[],
  description?: string,
): Schema<Code> => ({ type: 'string', enum: [...codes], ...(description ? { description } : {}) });

export const constant = <const T extends string>(value: T): Schema<T> => ({ const: value });

/** A value that matches one of two schemas, or both. */
export const anyOf = <A, B>(a: Schema<A>, b: Schema<B>): Schema<A | B> => ({ anyOf: [a, b] });

export const arrayOf = <T>(items: Schema<T>): Schema<T[]> => ({ type: 'array', items });

/** A value that matches exactly one of two schemas. */
export const oneOf = <A, B>(a: Schema<A>, b: Schema<B>): Schema<A | B> => ({ oneOf: [a, b] });

/** An object with exactly these properties, all required except those listed as optional. */
export function objectOf<T extends object>(
  properties: SchemasOf<T>,
  {
    optional = [],
    ...keywords
  }: { optional?: OptionalNames<T>[]; [keyword: string]: unknown } = {},
): Schema<T> {
  const omitted = new Set<PropertyKey>(optional);
  return {
    type: 'object',
    required: Object.keys(properties).filter((name) => !omitted.has(name)),
    properties,
    additionalProperties: false,
    ...keywords,
  };
}

export const longitude: Schema<number> = { type: 'number', minimum: -180, maximum: 180 };
export const latitude: Schema<number> = { type: 'number', minimum: -90, maximum: 90 };
export const count: Schema<number> = { type: 'integer', minimum: 0 };
export const dateTime: Schema<string> = { type: 'string', format: 'date-time' };
export const date: Schema<string> = { type: 'string', format: 'date' };
export const uuid: Schema<string> = { type: 'string', format: 'uuid' };
export const partialDate: Schema<string> = {
  type: 'string',
  pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$',
  description: 'A date, as precise as the source gives it.',
};
export const distanceMeters: Schema<number> = {
  type: 'number',
  minimum: 0,
  description: 'Metres on the ground.',
};

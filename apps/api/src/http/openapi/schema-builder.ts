/** A JSON Schema (2020-12), as OpenAPI 3.1 uses it. */
export type Schema = Record<string, unknown>;

export const text = (description?: string): Schema => ({
  type: 'string',
  ...(description ? { description } : {}),
});

/** The same, or null where it is not known. */
export function nullable(schema: Schema): Schema {
  if (typeof schema.type === 'string' && !schema.enum) {
    return { ...schema, type: [schema.type, 'null'] };
  }
  return { anyOf: [schema, { type: 'null' }] };
}

export const oneOfCodes = (codes: readonly string[], description?: string): Schema => ({
  type: 'string',
  enum: [...codes],
  ...(description ? { description } : {}),
});

export const listOf = (items: Schema): Schema => ({ type: 'array', items });

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object with exactly these properties, all of them present. */
export function exactly(properties: Record<string, Schema>, more: Schema = {}): Schema {
  return {
    type: 'object',
    required: Object.keys(properties),
    properties,
    additionalProperties: false,
    ...more,
  };
}

/** `{ items, next }` */
export const pageOf = (name: string): Schema =>
  exactly({
    items: listOf(ref(name)),
    next: nullable(text('Pass it as cursor for the next page; null on the last.')),
  });

export const longitude: Schema = { type: 'number', minimum: -180, maximum: 180 };
export const latitude: Schema = { type: 'number', minimum: -90, maximum: 90 };
export const moment: Schema = { type: 'string', format: 'date-time' };
export const uuid: Schema = { type: 'string', format: 'uuid' };
export const partialDate: Schema = {
  type: 'string',
  pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$',
  description: 'A date, as precise as the source gives it.',
};

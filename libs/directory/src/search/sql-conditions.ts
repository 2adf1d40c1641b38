import { validate as isUuid } from 'uuid';

/**
 * Collects the conditions of one statement and their values, so that values are always parameters.
 */
export class SqlConditions {
  readonly values: unknown[] = [];
  private readonly conditions: string[] = [];

  /** Adds a value and returns its placeholder `$n`. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(condition: string): void {
    this.conditions.push(condition);
  }

  /** `true` when there are none. */
  get sql(): string {
    return this.conditions.join(' AND ') || 'true';
  }
}

/**
 * Returns the condition that a row has an id or a slug, which an index serves.
 *
 * @param placeholder of the value: `$1`
 * @param idOrSlug the value; a slug can look like an id
 */
export function idOrSlugIs(placeholder: string, idOrSlug: string): string {
  const bySlug = `slug = ${placeholder}::text`;
  return isUuid(idOrSlug) ? `(id = ${placeholder}::text::uuid OR ${bySlug})` : bySlug;
}

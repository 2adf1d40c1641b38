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

/** Conditions of one statement and the values they name, so that no value is ever written into SQL. */
export class SqlConditions {
  readonly values: unknown[] = [];
  private readonly conditions: string[] = [];

  /** Adds a value and returns the `$n` that stands for it. */
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

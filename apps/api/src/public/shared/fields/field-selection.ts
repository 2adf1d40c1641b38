import type { Shape } from '#directory';

/** Groups of fields that a request can include in a list. */
export const fieldGroups = ['sources', 'translations', 'details'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** A resource whose lists contain a summary of each record. */
export interface ListedResource {
  /** The names of all fields of a record. */
  fields: readonly string[];
  /** Returns what lists contain of a complete record. */
  // biome-ignore lint/suspicious/noExplicitAny: a parsed document of the resource
  summary(record: any): object;
}

/** Returns those of the names that are fields of a resource. */
export function knownFields({ fields }: ListedResource, names: string[]): string[] {
  return names.filter((name) => fields.includes(name));
}

/** Which fields of its records a list returns: those of the summary, and those asked for. */
export class FieldSelection {
  /** What has to be read of each record. */
  readonly shape: Shape;
  private readonly added: ReadonlySet<string>;

  constructor(
    private readonly resource: ListedResource,
    { include = [], fields = [] }: { include?: FieldGroup[]; fields?: string[] },
  ) {
    this.added = new Set([...include.flatMap((group) => this.fieldsOf(group)), ...fields]);
    this.shape = this.added.size === 0 ? 'summary' : 'full';
  }

  /** Takes the selected fields from a complete record; both are JSON texts. */
  project(text: string): string {
    if (this.resource.fields.every((name) => this.added.has(name))) return text;
    const record: Record<string, unknown> = JSON.parse(text);
    const added = Object.entries(record).filter(([name]) => this.added.has(name));
    return JSON.stringify({ ...this.resource.summary(record), ...Object.fromEntries(added) });
  }

  /** Presents a record that was read in the selected shape. */
  present(text: string): string {
    return this.shape === 'summary' ? text : this.project(text);
  }

  private fieldsOf(group: FieldGroup): readonly string[] {
    if (group !== 'details') return [group];
    return this.resource.fields.filter((name) => name !== 'sources' && name !== 'translations');
  }
}

import type { FieldErrors } from 'react-hook-form';

/** Returns what is wrong with a field, whose name is a path such as `services.0.name`. */
export function errorAt(errors: FieldErrors, name: string): string | undefined {
  let at: unknown = errors;
  for (const part of name.split('.')) at = (at as Record<string, unknown> | undefined)?.[part];
  return (at as { message?: string } | undefined)?.message;
}

import type { UseFormSetError } from 'react-hook-form';
import type { ProblemError } from '../../api-client/request.ts';
import type { EditorValues } from './editor-values.ts';

/** Shows what the server refuses at the fields that it names, and goes to the first of them. */
export function showProblems(
  { problem }: ProblemError,
  setError: UseFormSetError<EditorValues>,
): void {
  for (const [index, { name, detail }] of (problem.errors ?? []).entries()) {
    const path = name.replace(/\[(\d+)\]/g, '.$1').replaceAll('/', '.');
    setError(path as 'document', { message: detail }, { shouldFocus: index === 0 });
  }
}

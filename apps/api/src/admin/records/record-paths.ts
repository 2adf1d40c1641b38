import type { EditedKind } from '#contract';

/** The paths of records under /v1/admin. */
export const recordPaths: Record<EditedKind, string> = {
  organization: 'organizations',
  help_line: 'help-lines',
  facility: 'facilities',
  guide: 'guides',
};

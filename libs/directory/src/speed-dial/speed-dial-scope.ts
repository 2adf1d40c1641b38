import type { EntityManager } from 'typeorm';
import { EditRejectedError } from '../editing/edit-rejected.error.ts';

/** @throws EditRejectedError naming the facilities that do not exist */
export async function facilityIds(manager: EntityManager, slugs: string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string; slug: string }[]>(
    `SELECT id, slug FROM facility WHERE slug = ANY($1)`,
    [slugs],
  );
  const known = new Set(rows.map(({ slug }) => slug));
  const unknown = slugs.filter((slug) => !known.has(slug));
  if (unknown.length > 0 || slugs.length === 0) {
    throw new EditRejectedError(
      'scope',
      `There is no facility ${unknown.join(', ')}: /v1/facilities lists them.`,
    );
  }
  return rows.map(({ id }) => id);
}

/**
 * Prevents a code from being in two records, where it could be blocked in one and usable in the
 * other.
 *
 * @throws EditRejectedError when another record has the code at one of these facilities
 */
export async function assertNoOverlap(
  manager: EntityManager,
  { id, code, facilities }: { id: string; code: string; facilities: string[] | null },
): Promise<void> {
  const [other] = await manager.query<{ name: string }[]>(
    `SELECT coalesce(help_line.name, organization.name) AS name FROM speed_dial
       LEFT JOIN help_line ON help_line.id = help_line_id
       LEFT JOIN organization ON organization.id = speed_dial.organization_id
      WHERE code = $1 AND speed_dial.id <> $2
        AND ($3::uuid[] IS NULL
          OR speed_dial.scope = 'everywhere'
          OR EXISTS (SELECT FROM speed_dial_facility
                      WHERE speed_dial_id = speed_dial.id AND facility_id = ANY($3)))`,
    [code, id, facilities],
  );
  if (other) {
    throw new EditRejectedError('code', `${code} is on record already, as that of ${other.name}.`);
  }
}

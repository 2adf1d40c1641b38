import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { EditRejectedError } from '../editing/edit-rejected.error.ts';
import { SPEED_DIAL_SCOPE } from '../organization/organization-record.ts';

/** The record that answers a code. */
export interface SpeedDialOwner {
  kind: 'organization' | 'help_line';
  id: string;
}

/** A code and where it works. */
export interface SpeedDialFields {
  code: string;
  /** Slugs of facilities; null: every facility. */
  scope: string[] | null;
  note: string | null;
}

export interface SpeedDialRow {
  id: string;
  owner: SpeedDialOwner;
  fields: SpeedDialFields;
}

/** @throws EditRejectedError when no published help line or organization has this slug */
export async function ownerBySlug(manager: EntityManager, slug: string): Promise<SpeedDialOwner> {
  const [owner] = await manager.query<SpeedDialOwner[]>(
    `SELECT 'help_line' AS kind, id FROM help_line WHERE slug = $1 AND published
     UNION ALL
     SELECT 'organization', id FROM organization WHERE slug = $1
     ORDER BY 1 LIMIT 1`,
    [slug],
  );
  if (!owner) {
    throw new EditRejectedError(
      'owner',
      `Neither a help line nor an organization is called ${slug}.`,
    );
  }
  return owner;
}

/** @throws EditRejectedError when the code does not exist */
export async function speedDialById(manager: EntityManager, id: string): Promise<SpeedDialRow> {
  const [row] = isUuid(id)
    ? await manager.query<(SpeedDialFields & { help_line: string; organization: string })[]>(
        `SELECT code, note, help_line_id AS help_line, organization_id AS organization,
           ${SPEED_DIAL_SCOPE} AS scope
         FROM speed_dial WHERE id = $1 FOR UPDATE`,
        [id],
      )
    : [];
  if (!row)
    throw new EditRejectedError('id', `There is no code ${id}: /v1/speed-dials lists them.`);
  const { help_line, organization, ...fields } = row;
  const owner: SpeedDialOwner = help_line
    ? { kind: 'help_line', id: help_line }
    : { kind: 'organization', id: organization };
  return { id, owner, fields };
}

/**
 * Marks the owner as edited by a person, so that loading the records again does not overwrite its
 * codes.
 */
export async function markOwnerEdited(
  manager: EntityManager,
  { kind, id }: SpeedDialOwner,
): Promise<void> {
  await manager.query(`UPDATE ${kind} SET edited_at = now() WHERE id = $1`, [id]);
}

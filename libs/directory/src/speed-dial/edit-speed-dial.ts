import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type SpeedDialEvent, type SpeedDialStatus, speedDialPattern } from '#contract';
import { publishChange } from '../changes/change.repository.ts';
import { assertPastDate } from '../editing/calendar-date.ts';
import { EditRejectedError } from '../editing/edit-rejected.error.ts';
import { assertHttpUrl } from '../editing/http-url.ts';
import {
  markOwnerEdited,
  ownerBySlug,
  type SpeedDialFields,
  type SpeedDialOwner,
  speedDialById,
} from './speed-dial-record.ts';
import { assertNoOverlap, facilityIds } from './speed-dial-scope.ts';

/** The evidence for a status: its date, a description and a source. */
export type SpeedDialProof = Pick<SpeedDialEvent, 'date' | 'what' | 'source_url'>;

/**
 * Adds a code of a published help line or an organization. Its status is `unverified`, because
 * nobody has shown yet that it works.
 *
 * @param owner slug of the help line or the organization that answers
 * @returns the id of the code
 * @throws EditRejectedError when the owner or a facility does not exist, or another record already
 *   has the code at one of the facilities
 */
export async function addSpeedDial(
  manager: EntityManager,
  owner: string,
  fields: SpeedDialFields,
): Promise<string> {
  const record = await ownerBySlug(manager, owner);
  const id = randomUUID();
  const facilities = await validate(manager, id, fields);
  await manager.query(
    `INSERT INTO speed_dial (id, ${record.kind}_id, code, scope, status, note)
     VALUES ($1, $2, $3, $4, 'unverified', $5)`,
    [id, record.id, fields.code, scopeOf(facilities), fields.note],
  );
  await setFacilities(manager, id, facilities);
  await publish(manager, record);
  return id;
}

/**
 * Changes a code, its facilities or its note. A `working` code becomes `unverified` again if its
 * code or its facilities change; other statuses do not change.
 *
 * @throws EditRejectedError like `addSpeedDial`, and when the code does not exist
 */
export async function changeSpeedDial(
  manager: EntityManager,
  id: string,
  change: Partial<SpeedDialFields>,
): Promise<void> {
  const known = await speedDialById(manager, id);
  const fields = { ...known.fields, ...change };
  const facilities = await validate(manager, id, fields);
  await manager.query(`UPDATE speed_dial SET code = $2, scope = $3, note = $4 WHERE id = $1`, [
    id,
    fields.code,
    scopeOf(facilities),
    fields.note,
  ]);
  await setFacilities(manager, id, facilities);
  if (!sameCodeAndScope(known.fields, fields)) await resetVerification(manager, id);
  await publish(manager, known.owner);
}

/**
 * Sets the status of a code and adds it to the code's history. The date becomes the verification
 * date unless the status is `unverified`.
 *
 * @throws EditRejectedError when the code does not exist, or the proof has an invalid date, a
 *   future date, a date before the last status, or a source that is not a web address
 */
export async function setSpeedDialStatus(
  manager: EntityManager,
  id: string,
  status: SpeedDialStatus,
  { date, what, source_url }: SpeedDialProof,
): Promise<void> {
  const known = await speedDialById(manager, id);
  assertPastDate(date);
  assertHttpUrl(source_url);
  await assertNotOlder(manager, id, date);
  await manager.query(`UPDATE speed_dial SET status = $2, verified_at = $3 WHERE id = $1`, [
    id,
    status,
    status === 'unverified' ? null : date,
  ]);
  await manager.query(
    `INSERT INTO speed_dial_event (speed_dial_id, status, date, what, source_url)
     VALUES ($1, $2, $3, $4, $5)`,
    [id, status, date, what, source_url],
  );
  await publish(manager, known.owner);
}

/**
 * Deletes a code and its history; only for a code that was never right. A code that is no longer in
 * use gets the status `retired`, so that visitors who find it elsewhere learn about it.
 *
 * @throws EditRejectedError when the code does not exist
 */
export async function removeSpeedDial(manager: EntityManager, id: string): Promise<void> {
  const { owner } = await speedDialById(manager, id);
  await manager.query(`DELETE FROM speed_dial WHERE id = $1`, [id]);
  await publish(manager, owner);
}

async function validate(
  manager: EntityManager,
  id: string,
  { code, scope }: SpeedDialFields,
): Promise<string[] | null> {
  if (!speedDialPattern.test(code)) {
    throw new EditRejectedError('code', 'Write 2 to 8 digits, hashes and stars, as in 9233#.');
  }
  const facilities = scope && (await facilityIds(manager, scope));
  // Two concurrent edits could both find the code unused.
  await manager.query(`LOCK TABLE speed_dial IN SHARE ROW EXCLUSIVE MODE`);
  await assertNoOverlap(manager, { id, code, facilities });
  return facilities;
}

/** Rejects a date before the last status, which would make the current status wrong. */
async function assertNotOlder(manager: EntityManager, id: string, date: string): Promise<void> {
  const [newer] = await manager.query<{ date: string }[]>(
    `SELECT date FROM speed_dial_event
      WHERE speed_dial_id = $1 AND status IS NOT NULL AND date > $2 ORDER BY date DESC LIMIT 1`,
    [id, date],
  );
  if (newer) {
    throw new EditRejectedError(
      'date',
      `A status of ${newer.date} is on record: name a later day.`,
    );
  }
}

/** Whether the verification of one also holds for the other. */
function sameCodeAndScope(before: SpeedDialFields, after: SpeedDialFields): boolean {
  const facilities = ({ scope }: SpeedDialFields) => `${scope && [...scope].sort()}`;
  return before.code === after.code && facilities(before) === facilities(after);
}

async function resetVerification(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `UPDATE speed_dial SET status = 'unverified', verified_at = NULL
      WHERE id = $1 AND status = 'working'`,
    [id],
  );
}

function scopeOf(facilities: string[] | null): 'everywhere' | 'listed' {
  return facilities ? 'listed' : 'everywhere';
}

async function setFacilities(
  manager: EntityManager,
  id: string,
  facilities: string[] | null,
): Promise<void> {
  await manager.query(`DELETE FROM speed_dial_facility WHERE speed_dial_id = $1`, [id]);
  await manager.query(
    `INSERT INTO speed_dial_facility (speed_dial_id, facility_id) SELECT $1, unnest($2::uuid[])`,
    [id, facilities ?? []],
  );
}

async function publish(manager: EntityManager, owner: SpeedDialOwner): Promise<void> {
  await markOwnerEdited(manager, owner);
  await publishChange(manager, owner.kind, [{ id: owner.id, action: 'updated' }]);
}

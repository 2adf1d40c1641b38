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

/** What makes a status known: when, how, and who says so. */
export type SpeedDialProof = Pick<SpeedDialEvent, 'date' | 'what' | 'source_url'>;

/**
 * Puts a code of a published help line or an organization on record. Nobody has shown yet that it
 * works: its status is `unverified`.
 *
 * @param owner slug of the help line or the organization that answers
 * @returns the id of the code
 * @throws RefusedEdit when there is no such owner or facility, or the code is on record already
 *   where it is said to work
 */
export async function addSpeedDial(
  manager: EntityManager,
  owner: string,
  fields: SpeedDialFields,
): Promise<string> {
  const whose = await ownerBySlug(manager, owner);
  const id = randomUUID();
  const scope = await checked(manager, id, fields);
  await manager.query(
    `INSERT INTO speed_dial (id, ${whose.kind}_id, code, status, note)
     VALUES ($1, $2, $3, 'unverified', $4)`,
    [id, whose.id, fields.code, fields.note],
  );
  await setScope(manager, id, scope);
  await publish(manager, whose);
  return id;
}

/**
 * Changes what a code is, where it works, or what should be known of it. What was found to work is
 * `unverified` again when it is now said of another code or of other facilities; what was found not to
 * work stays so.
 *
 * @throws RefusedEdit as `addSpeedDial` does, and when there is no such code
 */
export async function changeSpeedDial(
  manager: EntityManager,
  id: string,
  change: Partial<SpeedDialFields>,
): Promise<void> {
  const known = await speedDialById(manager, id);
  const fields = { ...known.fields, ...change };
  const scope = await checked(manager, id, fields);
  await manager.query(`UPDATE speed_dial SET code = $2, note = $3 WHERE id = $1`, [
    id,
    fields.code,
    fields.note,
  ]);
  await setScope(manager, id, scope);
  if (!saysTheSame(known.fields, fields)) await forgetThatItWorks(manager, id);
  await publish(manager, known.owner);
}

/**
 * Sets the status of a code. It takes its place in the code's history, and but for `unverified` its
 * day is the one on which the code was verified.
 *
 * @throws RefusedEdit when there is no such code, or the proof has no day, one that is yet
 *   to come, one before what is on record, or a source that is no web address
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
  await refuseOlder(manager, id, date);
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
 * Takes a code off the record, with its history: for one that was never right. One that is no longer
 * in use is `retired`, so that a reader who finds it elsewhere learns so.
 *
 * @throws RefusedEdit when there is no such code
 */
export async function removeSpeedDial(manager: EntityManager, id: string): Promise<void> {
  const { owner } = await speedDialById(manager, id);
  await manager.query(`DELETE FROM speed_dial WHERE id = $1`, [id]);
  await publish(manager, owner);
}

async function checked(
  manager: EntityManager,
  id: string,
  { code, scope }: SpeedDialFields,
): Promise<string[] | null> {
  if (!speedDialPattern.test(code)) {
    throw new EditRejectedError('code', 'Write 2 to 8 digits, hashes and stars, as in 9233#.');
  }
  const facilities = scope && (await facilityIds(manager, scope));
  // Two edits at once could each find the code free.
  await manager.query(`LOCK TABLE speed_dial IN SHARE ROW EXCLUSIVE MODE`);
  await assertNoOverlap(manager, { id, code, facilities });
  return facilities;
}

/** An older event would make what is told last of a code untrue. */
async function refuseOlder(manager: EntityManager, id: string, date: string): Promise<void> {
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

/** Whether what was tried of one is true of the other. */
function saysTheSame(before: SpeedDialFields, after: SpeedDialFields): boolean {
  const facilities = ({ scope }: SpeedDialFields) => `${scope && [...scope].sort()}`;
  return before.code === after.code && facilities(before) === facilities(after);
}

async function forgetThatItWorks(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `UPDATE speed_dial SET status = 'unverified', verified_at = NULL
      WHERE id = $1 AND status = 'working'`,
    [id],
  );
}

async function setScope(
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

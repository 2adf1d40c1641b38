import type { EntityManager } from 'typeorm';
import { publishChange } from '#directory';
import { termId } from './load-vocabulary.ts';
import { recordId } from './record-id.ts';
import { type PendingRecord, pendingRecords } from './record-state.ts';
import type { SeedHelpLine } from './records.ts';
import { insertRows, upsertRows } from './rows.ts';
import { idsBySlug, type SeedRecords } from './seed-records.ts';
import { replaceSources } from './sources.ts';

/** Loads help lines, including unpublished ones without a name. Returns the number written. */
export async function loadHelpLines(
  manager: EntityManager,
  records: Pick<SeedRecords, 'help-lines' | 'organizations'>,
): Promise<number> {
  const pending = await pendingRecords(manager, 'help_line', records['help-lines']);
  const organizations = idsBySlug(records.organizations);
  await upsertRows(
    manager,
    'help_line',
    pending.map((one) => ({
      ...columns(one),
      organization_id: organizations.get(String(one.record.organization_slug)) ?? null,
    })),
  );
  await replaceParts(manager, pending);
  await replaceSources(manager, 'help_line', pending);
  await publishChange(manager, 'help_line', pending);
  return pending.length;
}

function columns({ id, hash, record }: PendingRecord<SeedHelpLine>) {
  const { slug, page_line, name, published, audience, email, website, note } = record;
  return {
    id,
    seed_hash: hash,
    slug,
    page_line,
    page_position: record.position,
    name,
    organization_name: record.organization,
    published,
    audience,
    locates: record.locates,
    email,
    website,
    note,
    hours_description: record.hours,
    confidence: record.confidence,
    confidence_note: record.confidence_note,
  };
}

async function replaceParts(
  manager: EntityManager,
  pending: PendingRecord<SeedHelpLine>[],
): Promise<void> {
  const ids = pending.map(({ id }) => id);
  for (const table of ['phone', 'speed_dial', 'language']) {
    await manager.query(`DELETE FROM ${table} WHERE help_line_id = ANY($1::uuid[])`, [ids]);
  }
  await manager.query(`DELETE FROM attribute WHERE link_id = ANY($1::uuid[])`, [ids]);
  for (const [table, rowsOf] of Object.entries(parts)) {
    await insertRows(
      manager,
      table,
      pending.flatMap(({ id, record }) =>
        rowsOf(record).map((row, index) => ({
          id: recordId(table, id, index),
          ...(table === 'attribute'
            ? { link_id: id, link_entity: 'help_line' }
            : { help_line_id: id }),
          ...row,
        })),
      ),
    );
  }
  await insertRows(manager, 'speed_dial_event', pending.flatMap(speedDialEvents));
}

// The events are deleted with their code.
function speedDialEvents({ id, record }: PendingRecord<SeedHelpLine>) {
  const dial = recordId('speed_dial', id, 0);
  return (record.speed_dial?.history ?? []).map((event, index) => ({
    id: recordId('speed_dial_event', dial, index),
    speed_dial_id: dial,
    ...event,
  }));
}

const parts: Record<string, (record: SeedHelpLine) => Record<string, unknown>[]> = {
  phone: ({ phones }) =>
    phones.map(({ label, ...phone }, position) => ({ position, description: label, ...phone })),
  speed_dial: ({ speed_dial }) =>
    speed_dial
      ? [
          {
            status: 'unverified',
            scope: 'everywhere',
            code: speed_dial.code,
            note: speed_dial.note,
          },
        ]
      : [],
  language: ({ languages }) => languages.map((code) => ({ code })),
  attribute: ({ service_types }) =>
    service_types.map((code) => ({ taxonomy_term_id: termId(code) })),
};

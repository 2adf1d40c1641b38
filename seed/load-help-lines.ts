import type { EntityManager } from 'typeorm';
import { publishChange } from '#directory';
import { termId } from './load-vocabulary.ts';
import { recordId } from './record-id.ts';
import { type PendingRecord, pendingRecords } from './record-state.ts';
import { readRecords, type SeedHelpLine } from './records.ts';
import { insertRows, upsertRows } from './rows.ts';
import { replaceSources } from './sources.ts';

/** Help lines, those that have no name yet among them: they wait unpublished. Returns how many. */
export async function loadHelpLines(manager: EntityManager): Promise<number> {
  const keyed = readRecords('help-lines').map((record) => ({
    record,
    id: recordId('help_line', record.slug),
  }));
  const pending = await pendingRecords(manager, 'help_line', keyed);
  await upsertRows(manager, 'help_line', pending.map(columns));
  await replaceParts(manager, pending);
  await replaceSources(manager, 'help_line', pending);
  await publishChange(manager, 'help_line', pending);
  return pending.length;
}

function columns({ id, hash, record, position }: PendingRecord<SeedHelpLine>) {
  const { slug, page_line, name, published, audience, email, website, note } = record;
  return {
    id,
    seed_hash: hash,
    slug,
    page_line,
    page_position: position,
    name,
    organization_name: record.organization,
    published,
    audience,
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
  const each = <Row>(rows: (pending: PendingRecord<SeedHelpLine>) => Row[]) =>
    pending.flatMap(rows);
  await insertRows(
    manager,
    'phone',
    each(({ id, record }) =>
      record.phones.map(({ label, ...phone }, position) => ({
        id: recordId('phone', id, position),
        help_line_id: id,
        position,
        description: label,
        ...phone,
      })),
    ),
  );
  await insertRows(
    manager,
    'speed_dial',
    each(({ id, record: { speed_dial } }) =>
      speed_dial
        ? [
            {
              id: recordId('speed_dial', id),
              help_line_id: id,
              status: 'unverified',
              ...speed_dial,
            },
          ]
        : [],
    ),
  );
  await insertRows(
    manager,
    'language',
    each(({ id, record }) =>
      record.languages.map((code) => ({
        id: recordId('language', id, code),
        help_line_id: id,
        code,
      })),
    ),
  );
  await insertRows(
    manager,
    'attribute',
    each(({ id, record }) =>
      record.service_types.map((code) => ({
        id: recordId('attribute', id, code),
        link_id: id,
        link_entity: 'help_line',
        taxonomy_term_id: termId(code),
      })),
    ),
  );
}

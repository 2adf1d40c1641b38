import { type EntityManager, In } from 'typeorm';
import type { HelpLineDocument } from '#contract';
import type { RecordRow } from '#directory';
import {
  phoneRows,
  phonesOf,
  sourceRows,
  sourcesOf,
  speedDialRows,
  speedDialsOf,
  valueId,
  valueRows,
} from '../rows/part-rows.ts';
import { idsOf, type RecordRows, rowsOf } from '../rows/record-rows.ts';
import type { References } from '../rows/references.ts';
import { type RowContext, termRows } from './organization-to-rows.ts';

/** Reads all rows of a help line; null if there is none. */
export async function readHelpLineRows(
  manager: EntityManager,
  id: string,
): Promise<RecordRows | null> {
  const help_line = await rowsOf(manager, 'help_line', { id });
  if (help_line.length === 0) return null;
  const own = { help_line_id: id };
  const speed_dial = await rowsOf(manager, 'speed_dial', own);
  const speed_dial_id = In(idsOf(speed_dial));
  return {
    help_line,
    speed_dial,
    phone: await rowsOf(manager, 'phone', own),
    language: await rowsOf(manager, 'language', own),
    attribute: await rowsOf(manager, 'attribute', { link_id: id }),
    speed_dial_facility: await rowsOf(manager, 'speed_dial_facility', { speed_dial_id }),
    speed_dial_event: await rowsOf(manager, 'speed_dial_event', { speed_dial_id }),
    source: await rowsOf(manager, 'source', { record_id: id }),
  };
}

/** Makes the document of the rows of a help line. */
export function helpLineDocument(rows: RecordRows, { terms }: References): HelpLineDocument {
  const [row] = rows.help_line as [RecordRow['help_line']];
  const codes = new Map([...terms].map(([code, term]) => [term, code]));
  return {
    slug: row.slug,
    position: row.page_position,
    page_line: row.page_line,
    name: row.name,
    organization_id: row.organization_id,
    organization_name: row.organization_name,
    audience: row.audience,
    locates: row.locates,
    published: row.published,
    email: row.email,
    website: row.website,
    hours: row.hours_description,
    note: row.note,
    phones: phonesOf(rows.phone ?? []),
    speed_dials: speedDialsOf(rows),
    languages: [...new Set((rows.language ?? []).map(({ code }) => code))].sort(),
    service_types: (rows.attribute ?? [])
      .map(({ taxonomy_term_id }) => String(codes.get(taxonomy_term_id)))
      .sort(),
    confidence: row.confidence,
    confidence_note: row.confidence_note,
    sources: sourcesOf(rows.source ?? []),
  };
}

/** Makes the rows of a help line; every part of the document has an id by now. */
export function helpLineRows(document: HelpLineDocument, context: RowContext): RecordRows {
  const { id, before } = context;
  return {
    help_line: [helpLineRow(document, context)],
    phone: phoneRows({ help_line_id: id }, document.phones),
    ...speedDialRows({ organization_id: null, help_line_id: id }, document.speed_dials),
    language: valueRows(document.languages, {
      before: before.language ?? [],
      codeOf: ({ code }) => code,
      make: (code) => {
        return { id: valueId('language', id, code), service_id: null, help_line_id: id, code };
      },
    }),
    attribute: termRows({ link_id: id, link_entity: 'help_line' }, document.service_types, context),
    source: sourceRows({ record_kind: 'help_line', record_id: id }, document.sources),
  };
}

function helpLineRow(
  document: HelpLineDocument,
  { id, before }: RowContext,
): RecordRow['help_line'] {
  const [known] = before.help_line ?? [];
  return {
    verified_at: null,
    due_at: null,
    seed_hash: null,
    edited_at: new Date(),
    last_modified: new Date(),
    version: 1,
    ...known,
    id,
    slug: document.slug,
    page_position: document.position,
    page_line: document.page_line,
    name: document.name,
    organization_id: document.organization_id,
    organization_name: document.organization_name,
    audience: document.audience,
    locates: document.locates,
    published: document.published,
    email: document.email,
    website: document.website,
    hours_description: document.hours,
    note: document.note,
    confidence: document.confidence,
    confidence_note: document.confidence_note,
  };
}

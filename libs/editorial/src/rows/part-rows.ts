import { v5 as namedId } from 'uuid';
import type {
  PhoneDocument,
  ScheduleDocument,
  SourceDocument,
  SpeedDialDocument,
  TranslationDocument,
} from '#contract';
import type { RecordRow } from '#directory';
import type { RecordRows } from './record-rows.ts';

/** The namespace of ids of values that have no identity of their own: random, never changes. */
const NAMESPACE = '4f0a8a3e-7c53-4d0e-9a55-1c7f6f0f2b6e';

/** Returns the id of a value of a record, which is the same whenever the value comes back. */
export function valueId(...name: string[]): string {
  return namedId(name.join('/'), NAMESPACE);
}

type PhoneOwner = Partial<
  Pick<RecordRow['phone'], 'organization_id' | 'help_line_id' | 'service_id' | 'location_id'>
>;

export function phoneRows(owner: PhoneOwner, phones: PhoneDocument[]): RecordRow['phone'][] {
  const nobody = { organization_id: null, help_line_id: null, service_id: null, location_id: null };
  return phones.map(({ id, label, ...phone }, position) => ({
    id: id as string,
    ...nobody,
    ...owner,
    position,
    ...phone,
    description: label,
  }));
}

export function phonesOf(rows: RecordRow['phone'][]): PhoneDocument[] {
  return byPosition(rows).map(({ id, number, extension, type, description, source_url, as_of }) => {
    return { id, number, extension, type, label: description, source_url, as_of };
  });
}

type ScheduleOwner = Partial<
  Pick<RecordRow['schedule'], 'service_id' | 'location_id' | 'service_at_location_id'>
>;

export function scheduleRows(
  owner: ScheduleOwner,
  schedules: ScheduleDocument[],
): RecordRow['schedule'][] {
  const nobody = { service_id: null, location_id: null, service_at_location_id: null };
  return schedules.map(({ id, opens_at, closes_at, special_days, ...schedule }) => ({
    id: id as string,
    ...nobody,
    ...owner,
    ...schedule,
    freq: special_days ? (special_days.yearly ? 'YEARLY' : 'DAILY') : 'WEEKLY',
    opens_at: opens_at && `${opens_at}:00`,
    closes_at: closes_at && `${closes_at}:00`,
    valid_from: special_days?.from ?? null,
    valid_to: special_days?.to ?? null,
  }));
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Returns schedules in the order of the week, those of special days behind, in the order of their dates. */
export function schedulesOf(rows: RecordRow['schedule'][]): ScheduleDocument[] {
  const order = ({ byday, valid_from, opens_at, id }: RecordRow['schedule']) =>
    `${byday ? DAYS.indexOf(byday.slice(0, 2)) : valid_from} ${opens_at} ${byday} ${id}`;
  return [...rows].sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(scheduleOf);
}

function scheduleOf(row: RecordRow['schedule']): ScheduleDocument {
  const { id, freq, byday, opens_at, closes_at, valid_from, valid_to } = row;
  const minutes = (time: string | null) => time?.slice(0, 'HH:MM'.length) ?? null;
  return {
    id,
    byday,
    opens_at: minutes(opens_at),
    closes_at: minutes(closes_at),
    ...(valid_from !== null &&
      valid_to !== null && {
        special_days: { from: valid_from, to: valid_to, yearly: freq === 'YEARLY' },
      }),
    time_zone: row.time_zone,
    description: row.description,
  };
}

type CodeOwner = Pick<RecordRow['speed_dial'], 'organization_id' | 'help_line_id'>;

export function speedDialRows(
  owner: CodeOwner,
  speedDials: SpeedDialDocument[],
): Pick<RecordRows, 'speed_dial' | 'speed_dial_facility' | 'speed_dial_event'> {
  return {
    speed_dial: speedDials.map(({ id, code, facility_ids, status, verified_at, note }) => ({
      id: id as string,
      ...owner,
      code,
      status,
      verified_at: verified_at === null ? null : new Date(verified_at),
      note,
      scope: facility_ids === null ? 'everywhere' : 'listed',
    })),
    speed_dial_facility: speedDials.flatMap(({ id, facility_ids }) =>
      (facility_ids ?? []).map((facility_id) => ({ speed_dial_id: id as string, facility_id })),
    ),
    speed_dial_event: speedDials.flatMap((speedDial) =>
      speedDial.history.map(({ id, ...event }) => ({
        id: id as string,
        speed_dial_id: speedDial.id as string,
        ...event,
      })),
    ),
  };
}

export function speedDialsOf(rows: RecordRows): SpeedDialDocument[] {
  const own = <Row extends { speed_dial_id: string }>(all: Row[] | undefined, id: string) =>
    (all ?? []).filter(({ speed_dial_id }) => speed_dial_id === id);
  return sortedBy(rows.speed_dial ?? [], ({ code, id }) => `${code} ${id}`).map((row) => ({
    id: row.id,
    code: row.code,
    facility_ids:
      row.scope === 'everywhere'
        ? null
        : own(rows.speed_dial_facility, row.id)
            .map(({ facility_id }) => facility_id)
            .sort(),
    status: row.status,
    verified_at: row.verified_at?.toISOString() ?? null,
    note: row.note,
    history: sortedBy(own(rows.speed_dial_event, row.id), ({ date, id }) => `${date} ${id}`).map(
      ({ id, status, date, what, source_url }) => ({ id, status, date, what, source_url }),
    ),
  }));
}

export function translationRows(
  owner: Pick<RecordRow['translation'], 'organization_id' | 'service_id'>,
  translations: TranslationDocument[],
  before: RecordRow['translation'][],
): RecordRow['translation'][] {
  const seeded = new Map(before.map((row) => [row.id, row.seeded]));
  return translations.map(({ id, source_hash, ...translation }) => ({
    id: id as string,
    ...owner,
    ...translation,
    source_hash: source_hash as string,
    seeded: seeded.get(id as string) ?? false,
  }));
}

export function translationsOf(rows: RecordRow['translation'][]): TranslationDocument[] {
  return sortedBy(rows, ({ language, field }) => `${language} ${field}`).map(
    ({ id, field, language, text, source_hash, reviewed_by }) => {
      return { id, field, language, text, source_hash, reviewed_by };
    },
  );
}

export function sourceRows(
  owner: Pick<RecordRow['source'], 'record_kind' | 'record_id'>,
  sources: SourceDocument[],
): RecordRow['source'][] {
  return sources.map(({ id, ...source }, position) => {
    return { id: id as string, ...owner, position, ...source };
  });
}

export function sourcesOf(rows: RecordRow['source'][]): SourceDocument[] {
  return byPosition(rows).map(({ id, url, what, date }) => ({ id, url, what, date }));
}

export function byPosition<Row extends { id: string; position: number }>(rows: Row[]): Row[] {
  return [...rows].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

export function sortedBy<Row>(rows: Row[], key: (row: Row) => string): Row[] {
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Rows of values that have no identity of their own: those that are there already stay the same. */
export function valueRows<Row extends { id: string }, Value extends string>(
  values: Value[],
  { before, codeOf, make }: ValueRows<Row, Value>,
): Row[] {
  const known = new Map(before.map((row) => [codeOf(row), row]));
  return values.map((value) => known.get(value) ?? make(value));
}

interface ValueRows<Row, Value> {
  before: Row[];
  codeOf: (row: Row) => string;
  make: (value: Value) => Row;
}

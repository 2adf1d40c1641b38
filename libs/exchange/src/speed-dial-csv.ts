import { stringify } from 'csv-stringify/sync';
import type { SpeedDialRecord } from '#contract';
import { spelledCode } from './spelled-code.ts';

/**
 * Codes as CSV (RFC 4180), one row each. A program for tables may take a code of digits alone for a
 * number and drop its zeros: `code_spelled` is safe from that. Numbers are `tel:` addresses (RFC
 * 3966), because a leading plus sign begins a formula; what else would begin one gets an apostrophe.
 */
export function speedDialsCsv(dials: SpeedDialRecord[]): string {
  return stringify(dials.map(row), {
    header: true,
    columns: COLUMNS,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

const COLUMNS = [
  'code',
  'code_spelled',
  'status',
  'scope',
  'owner',
  'owner_slug',
  'audience',
  'service_types',
  'languages',
  'hours',
  'phones',
  'email',
  'website',
  'verified_at',
  'source_date',
  'note',
  'source_urls',
] as const;

function row(dial: SpeedDialRecord): Record<(typeof COLUMNS)[number], string | null> {
  const { code, status, scope, owner, audience, hours, email, website } = dial;
  return {
    code,
    code_spelled: spelledCode(code),
    status,
    scope: scope === null ? 'every facility' : list(scope),
    owner: owner.name,
    owner_slug: owner.slug,
    audience,
    service_types: list(dial.service_types),
    languages: list(dial.languages),
    hours,
    phones: list(dial.phones.map(({ number }) => `tel:${number}`)),
    email,
    website,
    verified_at: dial.verified_at,
    source_date: dial.source_date,
    note: dial.note,
    source_urls: list(dial.sources.map(({ url }) => url).filter((url) => url !== null)),
  };
}

function list(values: string[]): string {
  return values.join('; ');
}

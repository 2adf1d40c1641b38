import { stringify } from 'csv-stringify/sync';
import type { SpeedDialRecord } from '#contract';
import { spelledCode } from './spelled-code.ts';

/**
 * Serializes codes as CSV (RFC 4180), one row each. A spreadsheet may treat a code of digits as a
 * number and drop its zeros: `code_spelled` is safe from that. Phone numbers are `tel:` URIs (RFC
 * 3966), because a leading plus sign starts a formula; other formulas are escaped with an
 * apostrophe.
 */
export function speedDialsCsv(speedDials: SpeedDialRecord[]): string {
  return stringify(speedDials.map(row), {
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

function row(speedDial: SpeedDialRecord): Record<(typeof COLUMNS)[number], string | null> {
  const { code, status, scope, owner, audience, hours, email, website } = speedDial;
  return {
    code,
    code_spelled: spelledCode(code),
    status,
    scope: scope === null ? 'every facility' : list(scope),
    owner: owner.name,
    owner_slug: owner.slug,
    audience,
    service_types: list(speedDial.service_types),
    languages: list(speedDial.languages),
    hours,
    phones: list(speedDial.phones.map(({ number }) => `tel:${number}`)),
    email,
    website,
    verified_at: speedDial.verified_at,
    source_date: speedDial.source_date,
    note: speedDial.note,
    source_urls: list(speedDial.sources.map(({ url }) => url).filter((url) => url !== null)),
  };
}

function list(values: string[]): string {
  return values.join('; ');
}

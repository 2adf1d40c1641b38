import type { Organization } from '#contract';
import { phoneWords } from '#rules';
import type { OrganizationRecord } from '../../organization/organization-record.ts';
import { newestDate } from '../../source/newest-date.ts';
import type { TagName } from '../../tags/tag-name.ts';
import { codesOf } from '../listing-document.ts';
import type { DirectoryEntryRow } from './directory-entry-row.ts';

/** Builds the entry of an organization, without its listings. */
export function organizationEntry(record: OrganizationRecord): DirectoryEntryRow {
  const { service_types, serves } = codesOf(record.services);
  const entry: Omit<Organization, 'freshness'> = {
    id: record.id,
    slug: record.slug,
    name: record.name,
    aliases: record.alternate_names,
    description: record.description,
    website: record.website,
    email: record.email,
    regions: serves,
    service_types,
    status: record.status,
    status_note: record.status === 'closed' ? record.what_happened : record.status_note,
    translations: record.translations,
    confidence: record.confidence,
    source_date: newestDate(record.sources),
    verified_at: record.verified_at,
    sources: record.sources,
    facilities: record.facilities,
  };
  return {
    id: record.id,
    kind: 'organization',
    slug: record.slug,
    name: record.name,
    tags: [
      ...service_types.map((code): TagName => `service:${code}`),
      ...serves.map((code): TagName => `serves:${code}`),
      `status:${record.status}`,
    ],
    text: [
      ...[record.name, ...record.alternate_names, record.description],
      ...record.translations.map(({ text }) => text),
      ...record.phones.flatMap(({ number }) => phoneWords(number)),
    ].join(' '),
    longitude: null,
    latitude: null,
    verified_at: record.verified_at,
    due_at: record.due_at,
    card: JSON.stringify(entry),
  };
}

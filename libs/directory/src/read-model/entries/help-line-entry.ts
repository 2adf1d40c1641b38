import type { EntityManager } from 'typeorm';
import { type HelpLine, isDialable } from '#contract';
import { phoneWords } from '#rules';
import { sources, speedDials } from '../../organization/organization-record.ts';
import { PHONE_LABEL } from '../../service/service-record.ts';
import { newestDate } from '../../source/newest-date.ts';
import type { TagName } from '../../tags/tag-name.ts';
import { firstPhone } from '../first-phone.ts';
import type { DirectoryEntryRow } from './directory-entry-row.ts';

type Stored = Omit<HelpLine, 'freshness' | 'source_date' | 'phone'> & {
  due_at: string | null;
  page_position: number;
};

/** Builds the entries of those help lines that are published. */
export async function helpLineEntries(
  manager: EntityManager,
  ids: string[],
): Promise<DirectoryEntryRow[]> {
  const lines = await manager.query<Stored[]>(
    `SELECT id, slug, name, organization_name AS organization, audience, locates,
       ARRAY(SELECT code FROM attribute JOIN taxonomy_term ON taxonomy_term.id = taxonomy_term_id
              WHERE link_id = help_line.id ORDER BY position) AS service_types,
       ARRAY(SELECT code FROM language WHERE help_line_id = help_line.id ORDER BY code) AS languages,
       (SELECT coalesce(json_agg(json_build_object('number', number, 'type', type,
                 'label', ${PHONE_LABEL}, 'as_of', as_of) ORDER BY position), '[]')
          FROM phone WHERE help_line_id = help_line.id) AS phones,
       (${speedDials('help_line')}) AS speed_dials,
       email, website, hours_description AS hours, note, confidence,
       (${sources('help_line')}) AS sources,
       to_json(verified_at)#>>'{}' AS verified_at, to_json(due_at)#>>'{}' AS due_at, page_position
     FROM help_line WHERE id = ANY($1::uuid[]) AND published`,
    [ids],
  );
  return lines.map(({ due_at, page_position, ...line }) => ({
    id: line.id,
    kind: 'help_line',
    slug: line.slug,
    name: String(page_position).padStart(4, '0'),
    tags: [
      ...line.service_types.map((code): TagName => `service:${code}`),
      ...line.languages.map((code): TagName => `language:${code}`),
      ...(line.locates ? ['locates:person' as const] : []),
      ...(line.speed_dials.some(isDialable) ? ['dialable_from:detention' as const] : []),
    ],
    text: [
      ...[line.name, line.organization, line.audience],
      ...line.service_types,
      ...line.phones.flatMap(({ number }) => phoneWords(number)),
    ].join(' '),
    longitude: null,
    latitude: null,
    verified_at: line.verified_at,
    due_at,
    card: JSON.stringify({
      ...line,
      phone: firstPhone(line.phones, null),
      source_date: newestDate(line.sources),
    }),
  }));
}

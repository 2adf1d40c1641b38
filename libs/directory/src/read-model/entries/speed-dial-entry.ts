import type { EntityManager } from 'typeorm';
import type { SpeedDialRecord } from '#contract';
import { SPEED_DIAL_SCOPE } from '../../organization/organization-record.ts';
import { PHONE_LABEL } from '../../service/service-record.ts';
import { newestDate } from '../../source/newest-date.ts';
import type { TagName } from '../../tags/tag-name.ts';
import type { DirectoryEntryRow } from './directory-entry-row.ts';

/** The tag of codes that work in every facility. */
export const EVERYWHERE = 'everywhere';

type Stored = Omit<SpeedDialRecord, 'source_date'> & { published: boolean };

/** Builds the entries of those codes that belong to published records. */
export async function speedDialEntries(
  manager: EntityManager,
  ids: string[],
): Promise<DirectoryEntryRow[]> {
  const speedDials = await manager.query<Stored[]>(
    `SELECT speed_dial.id, code, speed_dial.status, speed_dial.note,
       ${SPEED_DIAL_SCOPE} AS scope,
       to_json(speed_dial.verified_at)#>>'{}' AS verified_at,
       json_build_object('kind', CASE WHEN help_line.id IS NULL THEN 'organization' ELSE 'help_line' END,
         'slug', coalesce(help_line.slug, organization.slug),
         'name', coalesce(help_line.name, organization.name)) AS owner,
       audience, help_line.note AS caution,
       ARRAY(SELECT taxonomy_term.code FROM taxonomy_term WHERE EXISTS (
               SELECT FROM attribute WHERE taxonomy_term_id = taxonomy_term.id
                  AND (link_id = help_line.id OR link_id = ANY(services.ids)))
              ORDER BY position) AS service_types,
       ARRAY(SELECT DISTINCT language.code FROM language
              WHERE help_line_id = help_line.id OR service_id = ANY(services.ids)
              ORDER BY 1) AS languages,
       coalesce(help_line.hours_description, services.hours) AS hours,
       (SELECT coalesce(json_agg(json_build_object('number', number, 'type', type,
                 'label', ${PHONE_LABEL}, 'as_of', as_of) ORDER BY position), '[]')
          FROM phone WHERE phone.help_line_id = help_line.id
             OR phone.organization_id = organization.id) AS phones,
       coalesce(help_line.email, organization.email) AS email,
       coalesce(help_line.website, organization.website) AS website,
       (SELECT coalesce(json_agg(json_build_object('status', status, 'date', date, 'what', what,
                 'source_url', source_url) ORDER BY date), '[]')
          FROM speed_dial_event WHERE speed_dial_id = speed_dial.id) AS history,
       (SELECT coalesce(json_agg(json_build_object('url', url, 'what', what, 'date', date)
                 ORDER BY position), '[]')
          FROM source WHERE record_id = coalesce(help_line.id, organization.id)) AS sources,
       coalesce(help_line.published, true) AS published
     FROM speed_dial
     LEFT JOIN help_line ON help_line.id = speed_dial.help_line_id
     LEFT JOIN organization ON organization.id = speed_dial.organization_id
     -- The hours of several services would not tell which of them they are about.
     CROSS JOIN LATERAL (
       SELECT array_agg(service.id) AS ids,
         CASE count(*) WHEN 1 THEN max(hours_description) END AS hours
         FROM service WHERE service.organization_id = organization.id
          AND status IN ('active', 'temporarily closed')) AS services
    WHERE speed_dial.id = ANY($1::uuid[])`,
    [ids],
  );
  return speedDials.filter(({ published }) => published).map(entryRow);
}

function entryRow({ published: _, ...speedDial }: Stored): DirectoryEntryRow {
  return {
    id: speedDial.id,
    kind: 'speed_dial',
    slug: speedDial.id,
    name: speedDial.owner.name,
    tags: [
      ...speedDial.service_types.map((code): TagName => `service:${code}`),
      ...speedDial.languages.map((code): TagName => `language:${code}`),
      `dial_status:${speedDial.status}`,
      // People write a code with its hash in front, behind, or without it.
      `code:${speedDial.code.replace(/\D/g, '')}`,
      ...(speedDial.scope ?? [EVERYWHERE]).map((slug): TagName => `works_at:${slug}`),
    ],
    text: [speedDial.owner.name, speedDial.audience].join(' '),
    longitude: null,
    latitude: null,
    verified_at: speedDial.verified_at,
    due_at: null,
    card: JSON.stringify({ ...speedDial, source_date: newestDate(speedDial.sources) }),
  };
}

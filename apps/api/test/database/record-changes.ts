import type { ChangeAction } from '#directory';

/**
 * A write and what it is published as: kind and names of the records, such as
 * `organization Ours Theirs`; SQL with the names of records in braces instead of their ids.
 */
export type RecordChange = [changed: string, sql: string, action?: ChangeAction];

const exchangeSlugs = (table: string, key: string, [one, two] = ['Ours', 'Theirs']) => `
  UPDATE ${table} SET slug = 'exchanged' WHERE ${key} = '{${one}}';
  UPDATE ${table} SET slug = 'test-{${one}}' WHERE ${key} = '{${two}}';
  UPDATE ${table} SET slug = 'test-{${two}}' WHERE ${key} = '{${one}}'`;
const newCode = (owner: 'organization' | 'help_line') => `
  INSERT INTO speed_dial (id, ${owner}_id, code, scope, status)
    VALUES ('{NewCode}', '{New}', '75#', 'listed', 'unverified');
  INSERT INTO speed_dial_facility VALUES ('{NewCode}', '{East}')`;

/** Every way to change records that others refer to, and the name of each. */
export const recordChanges: [name: string, ...RecordChange][] = [
  [
    'an organization is renamed',
    'organization Ours',
    `UPDATE organization SET name = 'Renamed', slug = 'renamed' WHERE id = '{Ours}'`,
  ],
  [
    'an organization closes',
    'organization Ours',
    `UPDATE organization SET status = 'closed', what_happened = 'It closed.' WHERE id = '{Ours}'`,
  ],
  [
    'an organization works in another facility',
    'organization Ours',
    `UPDATE organization_facility SET facility_id = '{West}' WHERE facility_id = '{East}'`,
  ],
  [
    'an organization works in no facility',
    'organization Ours',
    `DELETE FROM organization_facility WHERE organization_id = '{Ours}'`,
  ],
  [
    'an organization loses its place to another',
    'organization Ours Theirs',
    `UPDATE location SET organization_id = '{Theirs}', slug = 'moved'
      WHERE organization_id = '{Ours}'`,
  ],
  [
    'two organizations exchange their slugs',
    'organization Ours Theirs',
    `${exchangeSlugs('organization', 'id')}; ${exchangeSlugs('location', 'organization_id')}`,
  ],
  [
    'an organization gives its code to another',
    'organization Ours',
    `UPDATE speed_dial SET organization_id = '{Theirs}' WHERE id = '{OurCode}'`,
  ],
  [
    'an organization takes a code from another',
    'organization Theirs',
    `UPDATE speed_dial SET organization_id = '{Theirs}' WHERE id = '{OurCode}'`,
  ],
  [
    'an organization takes a code from a help line of another',
    'organization Theirs',
    `UPDATE speed_dial SET help_line_id = NULL, organization_id = '{Theirs}'
        WHERE id = '{LineCode}'`,
  ],
  [
    'an organization has no code any more',
    'organization Ours',
    `DELETE FROM speed_dial_facility WHERE speed_dial_id = '{OurCode}';
       DELETE FROM speed_dial WHERE id = '{OurCode}'`,
  ],
  [
    'a code of an organization works in another facility',
    'organization Ours',
    `UPDATE speed_dial_facility SET facility_id = '{West}' WHERE speed_dial_id = '{OurCode}'`,
  ],
  [
    'an organization is added, with a code',
    'organization New',
    `INSERT INTO organization (id, slug, name, status, confidence)
         VALUES ('{New}', 'new', 'New', 'active', 'confirmed');
       INSERT INTO service (id, organization_id, name, status)
         VALUES ('{New}', '{New}', 'New', 'active');
       INSERT INTO organization_facility (organization_id, facility_id, statement)
         VALUES ('{New}', '{West}', 'It visits.');
       ${newCode('organization')}`,
    'created',
  ],
  [
    'an organization gets a second service, without a place',
    'organization Ours',
    `INSERT INTO service (id, organization_id, name, status)
         VALUES ('{NewCode}', '{Ours}', 'A second one', 'active');
       INSERT INTO service_area (id, service_id, extent)
         VALUES ('{New}', '{NewCode}', 'US-NM')`,
  ],
  [
    'a place gets a second service and a second address',
    'organization Ours',
    `INSERT INTO service (id, organization_id, name, status)
         VALUES ('{NewCode}', '{Ours}', 'A second one', 'active');
       INSERT INTO service_at_location (id, service_id, location_id)
         SELECT '{New}', '{NewCode}', id FROM location WHERE organization_id = '{Ours}';
       INSERT INTO address (id, location_id, position, address_type, city, state_province, country)
         SELECT '{New}', id, 1, 'postal', 'Hatch', 'US-NM', 'US'
           FROM location WHERE organization_id = '{Ours}'`,
  ],
  [
    'an organization is deleted',
    'organization Ours',
    `DELETE FROM organization WHERE id = '{Ours}'`,
    'deleted',
  ],
  [
    'a help line is renamed',
    'help_line Line',
    `UPDATE help_line SET name = 'Renamed', slug = 'renamed' WHERE id = '{Line}'`,
  ],
  [
    'a help line is not published any more',
    'help_line Line',
    `UPDATE help_line SET published = false WHERE id = '{Line}'`,
  ],
  [
    'a help line is published',
    'help_line Hidden',
    `UPDATE help_line SET published = true WHERE id = '{Hidden}'`,
  ],
  [
    'a help line goes to another organization',
    'help_line Line',
    `UPDATE help_line SET organization_id = '{Theirs}' WHERE id = '{Line}'`,
  ],
  [
    'a help line belongs to no organization any more',
    'help_line Line',
    `UPDATE help_line SET organization_id = NULL WHERE id = '{Line}'`,
  ],
  [
    'a help line gives its code to another',
    'help_line Line',
    `UPDATE speed_dial SET help_line_id = '{OtherLine}' WHERE id = '{LineCode}'`,
  ],
  [
    'a help line takes the code of another',
    'help_line OtherLine',
    `UPDATE speed_dial SET help_line_id = '{OtherLine}' WHERE id = '{LineCode}'`,
  ],
  [
    'a code of a help line is limited to a facility',
    'help_line OtherLine',
    `UPDATE speed_dial SET scope = 'listed' WHERE id = '{OtherCode}';
       INSERT INTO speed_dial_facility VALUES ('{OtherCode}', '{East}')`,
  ],
  [
    'a code of a help line works everywhere',
    'help_line Line',
    `UPDATE speed_dial SET scope = 'everywhere' WHERE id = '{LineCode}';
       DELETE FROM speed_dial_facility WHERE speed_dial_id = '{LineCode}'`,
  ],
  [
    'a help line has no code any more',
    'help_line Line',
    `DELETE FROM speed_dial WHERE id = '{LineCode}'`,
  ],
  [
    'a help line is added, with a code',
    'help_line New',
    `INSERT INTO help_line (id, slug, page_position, name, published, organization_id)
         VALUES ('{New}', 'new', 1, 'New', true, '{Theirs}');
       ${newCode('help_line')}`,
    'created',
  ],
  [
    'a help line is deleted',
    'help_line Line',
    `DELETE FROM help_line WHERE id = '{Line}'`,
    'deleted',
  ],
  [
    'a facility is renamed',
    'facility East',
    `UPDATE facility SET name = 'Renamed', slug = 'renamed' WHERE id = '{East}'`,
  ],
  [
    'two facilities exchange their slugs',
    'facility East West',
    exchangeSlugs('facility', 'id', ['East', 'West']),
  ],
  [
    'a facility is in another state',
    'facility East',
    `UPDATE facility SET state_province = 'US-CA' WHERE id = '{East}'`,
  ],
  [
    'a facility is deleted',
    'facility Visited',
    `DELETE FROM facility WHERE id = '{Visited}'`,
    'deleted',
  ],
];

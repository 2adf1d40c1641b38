import type { EntityManager } from 'typeorm';
import type { OrganizationDocument, ProblemField, RecordDocument } from '#contract';
import { type References, townKey } from '../rows/references.ts';
import { wrongSchedules } from './wrong-schedules.ts';

/**
 * Finds what a document says that the directory does not know, or that contradicts itself. Its form
 * was validated before.
 */
export async function wrongFields(
  manager: EntityManager,
  document: RecordDocument,
  references: References,
): Promise<ProblemField[]> {
  return [
    ...wrongServiceTypes(document, references),
    ...(await wrongReferences(manager, document)),
    ...('services' in document
      ? [...wrongOrganization(document, references), ...wrongSchedules(document)]
      : []),
    ...wrongAddresses(document),
    ...('texts' in document ? wrongLanguages(document) : []),
    ...('published' in document && document.published && document.name === null
      ? [{ name: 'document.name', detail: 'A published help line has a name.' }]
      : []),
  ];
}

function wrongServiceTypes(document: RecordDocument, { terms }: References): ProblemField[] {
  const lists: [string, string[]][] =
    'services' in document
      ? document.services.map((one, index) => {
          return [`document.services.${index}.service_types`, one.service_types];
        })
      : 'service_types' in document
        ? [['document.service_types', document.service_types]]
        : [];
  return lists.flatMap(([path, codes]) =>
    codes.flatMap((code, index) =>
      terms.has(code)
        ? []
        : [{ name: `${path}.${index}`, detail: 'See /v1/service-types for those there are.' }],
    ),
  );
}

interface NamedId {
  table: 'facility' | 'organization' | 'region';
  id: string;
  name: string;
}

async function wrongReferences(
  manager: EntityManager,
  document: RecordDocument,
): Promise<ProblemField[]> {
  const named = namedIds(document);
  const wrong: ProblemField[] = [];
  for (const table of ['facility', 'organization', 'region'] as const) {
    const list = named.filter((one) => one.table === table);
    if (list.length === 0) continue;
    const key = table === 'region' ? 'code' : 'id::text';
    const rows = await manager.query<{ id: string }[]>(
      `SELECT ${key} AS id FROM ${table} WHERE ${key} = ANY($1::text[])`,
      [list.map(({ id }) => id)],
    );
    const known = new Set(rows.map(({ id }) => id));
    for (const { id, name } of list) {
      if (!known.has(id)) wrong.push({ name, detail: `There is no such ${table}.` });
    }
  }
  return wrong;
}

function namedIds(document: RecordDocument): NamedId[] {
  const named: NamedId[] = [];
  const add = (table: NamedId['table'], name: string, id: string | null) => {
    if (id !== null) named.push({ table, id, name });
  };
  if ('speed_dials' in document) {
    for (const [index, { facility_ids }] of document.speed_dials.entries()) {
      for (const [at, id] of (facility_ids ?? []).entries()) {
        add('facility', `document.speed_dials.${index}.facility_ids.${at}`, id);
      }
    }
  }
  if ('organization_id' in document) {
    add('organization', 'document.organization_id', document.organization_id);
  }
  if ('services' in document) {
    for (const [index, { facility_id }] of document.facilities.entries()) {
      add('facility', `document.facilities.${index}.facility_id`, facility_id);
    }
    for (const [index, { regions }] of document.services.entries()) {
      for (const [at, code] of regions.entries()) {
        add('region', `document.services.${index}.regions.${at}`, code);
      }
    }
  }
  return named;
}

function wrongOrganization(document: OrganizationDocument, { towns }: References): ProblemField[] {
  const wrong: ProblemField[] = [];
  const places = new Set(document.places.map(({ id }) => id));
  for (const [index, { places: given }] of document.services.entries()) {
    for (const [at, { place_id }] of given.entries()) {
      if (places.has(place_id)) continue;
      const name = `document.services.${index}.places.${at}.place_id`;
      wrong.push({ name, detail: 'The organization has no such place.' });
    }
  }
  for (const [
    index,
    {
      visibility,
      addresses: [main],
    },
  ] of document.places.entries()) {
    if (!main || visibility !== 'area' || towns.has(townKey(main.city, main.region))) continue;
    const name = `document.places.${index}.addresses.0.city`;
    wrong.push({
      name,
      detail: 'This town is not in the gazetteer, where the place would be shown.',
    });
  }
  if (document.closure && document.status !== 'closed') {
    wrong.push({ name: 'document.closure', detail: 'Only a closed organization has one.' });
  }
  return wrong;
}

function wrongAddresses(document: RecordDocument): ProblemField[] {
  const addresses: [string, { region: string; country: string }][] =
    'places' in document
      ? document.places.flatMap((place, index) =>
          place.addresses.map((address, at): [string, { region: string; country: string }] => {
            return [`document.places.${index}.addresses.${at}`, address];
          }),
        )
      : 'ice_code' in document
        ? [['document', document]]
        : [];
  return addresses.flatMap(([path, { region, country }]) =>
    region.startsWith(`${country}-`)
      ? []
      : [{ name: `${path}.region`, detail: 'The state is in another country.' }],
  );
}

function wrongLanguages(document: Extract<RecordDocument, { texts: unknown }>): ProblemField[] {
  const english = document.texts.some(({ language }) => language === 'en');
  return [
    ...(english ? [] : [{ name: 'document.texts', detail: 'A guide has an English text.' }]),
    ...document.changes.flatMap(({ texts }, index) =>
      isTexts(texts)
        ? []
        : [{ name: `document.changes.${index}.texts`, detail: 'Texts by language, with en.' }],
    ),
  ];
}

function isTexts(texts: Record<string, unknown>): boolean {
  const isText = ([language, text]: [string, unknown]) =>
    /^[a-z]{2,3}$/.test(language) && typeof text === 'string' && /\S/.test(text);
  return 'en' in texts && Object.entries(texts).every(isText);
}

import type { EntityManager } from 'typeorm';
import { foldPlaceName } from '#contract';

/** What documents name by code, and rows by id. */
export interface References {
  /** Ids of kinds of help, by code. */
  terms: Map<string, string>;
  /** Ids of towns of the gazetteer, by `townKey`. */
  towns: Map<string, string>;
}

export function townKey(city: string, region: string): string {
  return `${foldPlaceName(city)}/${region}`;
}

/** Reads the kinds of help, and the towns with these keys. */
export async function readReferences(
  manager: EntityManager,
  townKeys: string[],
): Promise<References> {
  const terms = await manager.query<{ code: string; id: string }[]>(
    `SELECT code, id FROM taxonomy_term ORDER BY position`,
  );
  const towns = townKeys.length === 0 ? [] : await readTowns(manager, townKeys);
  return {
    terms: new Map(terms.map(({ code, id }) => [code, id])),
    towns: new Map(towns.map(({ key, id }) => [key, id])),
  };
}

async function readTowns(
  manager: EntityManager,
  townKeys: string[],
): Promise<{ key: string; id: string }[]> {
  return await manager.query<{ key: string; id: string }[]>(
    `SELECT DISTINCT ON (key) key, place.id
       FROM unnest($1::text[]) AS key
       JOIN place_name ON place_name.name = split_part(key, '/', 1)
       JOIN place ON place.id = place_id AND place.kind = 'city'
                 AND place.region = split_part(key, '/', 2)
      ORDER BY key, place.population DESC`,
    [[...new Set(townKeys)]],
  );
}

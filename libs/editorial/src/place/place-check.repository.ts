import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlaceCheck, PlaceWarning } from '#contract';

import { geodesic } from '#geo';
import { type NamedPoint, placeWarnings } from './place-warnings.ts';

/** Points of the gazetteer are this exact. */
const TOWN_CENTER_METERS = 50;
const MAX_SAME_ADDRESS = 20;

// Street names are written in many ways; what differs in case and punctuation alone is the same.
const FOLDED = (text: string) => `fold(trim(regexp_replace(${text}, '[^[:alnum:]]+', ' ', 'g')))`;

/** Looks at points of places before they are stored. */
@Injectable()
export class PlaceCheckRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns what may be wrong with a point. Points of private places are never compared with it. */
  async warnings(check: PlaceCheck): Promise<PlaceWarning[]> {
    const [sameAddress, town] = await Promise.all([this.sameAddress(check), this.townAt(check)]);
    return placeWarnings(check, { sameAddress, town });
  }

  private async sameAddress(check: PlaceCheck): Promise<NamedPoint[]> {
    const { address_1, city, region, place_id } = check;
    if (!address_1 || !city || !region) return [];
    return await this.dataSource.query<NamedPoint[]>(
      `SELECT organization.name, ST_X(geog::geometry) AS longitude, ST_Y(geog::geometry) AS latitude
         FROM address
         JOIN location ON location.id = location_id
         JOIN organization ON organization.id = location.organization_id
        WHERE visibility = 'exact' AND point_precision = 'address' AND geog IS NOT NULL
          AND state_province = $1 AND fold(city) = fold($2)
          AND ${FOLDED('address_1')} = ${FOLDED('$3')}
          AND location.id IS DISTINCT FROM $4::uuid
       UNION ALL
       SELECT name, ST_X(geog::geometry), ST_Y(geog::geometry) FROM facility
        WHERE state_province = $1 AND fold(city) = fold($2)
          AND ${FOLDED('address_1')} = ${FOLDED('$3')}
       LIMIT ${MAX_SAME_ADDRESS}`,
      [region, city, address_1, place_id ?? null],
    );
  }

  private async townAt({ point }: PlaceCheck): Promise<NamedPoint | null> {
    const [town] = await this.dataSource.query<NamedPoint[]>(
      `SELECT name, ST_X(geog::geometry) AS longitude, ST_Y(geog::geometry) AS latitude
         FROM place WHERE kind = 'city'
        ORDER BY xyz <<->> geocentric(ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography) LIMIT 1`,
      [point.longitude, point.latitude],
    );
    return town && geodesic(point, town).distance_m <= TOWN_CENTER_METERS ? town : null;
  }
}

import { Column, Entity, type Point, PrimaryColumn } from 'typeorm';
import type { PointPrecision, Visibility } from '#contract';

@Entity('location')
export class LocationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organization_id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text')
  location_type!: 'physical' | 'postal';

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text')
  visibility!: Visibility;

  @Column('text', { nullable: true })
  point_precision!: PointPrecision | null;

  @Column('geography', { spatialFeatureType: 'Point', srid: 4326, nullable: true })
  geog!: Point | null;

  /** The town in the gazetteer. */
  @Column('text', { nullable: true })
  place_id!: string | null;

  @Column('text', { nullable: true })
  time_zone!: string | null;

  @Column('text', { nullable: true })
  as_of!: string | null;
}

@Entity('address')
export class AddressEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  location_id!: string;

  @Column('text')
  address_type!: 'physical' | 'postal';

  @Column('text', { nullable: true })
  address_1!: string | null;

  @Column('text')
  city!: string;

  @Column('text')
  state_province!: string;

  @Column('text', { nullable: true })
  postal_code!: string | null;

  @Column('text')
  country!: string;

  @Column('integer', { default: 0 })
  position!: number;
}

@Entity('accessibility')
export class AccessibilityEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  location_id!: string;

  @Column('text')
  description!: string;
}

@Entity('service_at_location')
export class ServiceAtLocationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  service_id!: string;

  @Column('uuid')
  location_id!: string;
}

import { Column, Entity, type Point } from 'typeorm';
import { VerifiedRecord } from './verified-record.ts';

/** PostgreSQL returns numeric values as text. */
const numeric = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

@Entity('facility')
export class FacilityEntity extends VerifiedRecord {
  @Column('text')
  name!: string;

  @Column('text', { unique: true })
  ice_code!: string;

  @Column('text')
  address_1!: string;

  @Column('text')
  city!: string;

  @Column('text')
  state_province!: string;

  @Column('text')
  postal_code!: string;

  @Column('text')
  country!: string;

  @Column('geography', { spatialFeatureType: 'Point', srid: 4326 })
  geog!: Point;

  @Column('text')
  field_office!: string;

  @Column('numeric', { nullable: true, transformer: numeric })
  average_daily_population!: number | null;

  @Column('text', { nullable: true })
  population_as_of!: string | null;

  @Column('text', { nullable: true })
  in_use_as_of!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PhoneType } from '#contract';

/** A phone of exactly one record or part. */
@Entity('phone')
export class PhoneEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  organization_id!: string | null;

  @Column('uuid', { nullable: true })
  help_line_id!: string | null;

  @Column('uuid', { nullable: true })
  service_id!: string | null;

  @Column('uuid', { nullable: true })
  location_id!: string | null;

  @Column('integer')
  position!: number;

  @Column('text')
  number!: string;

  @Column('text', { nullable: true })
  extension!: string | null;

  @Column('text', { nullable: true })
  type!: PhoneType | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { nullable: true })
  source_url!: string | null;

  @Column('text', { nullable: true })
  as_of!: string | null;
}

/** Hours of every week or of special days of exactly one service, place or service at a place. */
@Entity('schedule')
export class ScheduleEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  service_id!: string | null;

  @Column('uuid', { nullable: true })
  location_id!: string | null;

  @Column('uuid', { nullable: true })
  service_at_location_id!: string | null;

  @Column('text', { default: 'WEEKLY' })
  freq!: string;

  @Column('text', { nullable: true })
  byday!: string | null;

  @Column('time', { nullable: true })
  opens_at!: string | null;

  @Column('time', { nullable: true })
  closes_at!: string | null;

  @Column('date', { nullable: true })
  valid_from!: string | null;

  @Column('date', { nullable: true })
  valid_to!: string | null;

  @Column('text')
  time_zone!: string;

  @Column('text', { nullable: true })
  description!: string | null;
}

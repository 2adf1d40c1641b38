import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { SpeedDialStatus } from '#contract';

@Entity('speed_dial')
export class SpeedDialEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  organization_id!: string | null;

  @Column('uuid', { nullable: true })
  help_line_id!: string | null;

  @Column('text')
  code!: string;

  @Column('text')
  status!: SpeedDialStatus;

  @Column('timestamptz', { nullable: true })
  verified_at!: Date | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  scope!: 'everywhere' | 'listed';
}

@Entity('speed_dial_facility')
export class SpeedDialFacilityEntity {
  @PrimaryColumn('uuid')
  speed_dial_id!: string;

  @PrimaryColumn('uuid')
  facility_id!: string;
}

@Entity('speed_dial_event')
export class SpeedDialEventEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  speed_dial_id!: string;

  @Column('text', { nullable: true })
  status!: SpeedDialStatus | null;

  @Column('text')
  date!: string;

  @Column('text')
  what!: string;

  @Column('text', { nullable: true })
  source_url!: string | null;
}

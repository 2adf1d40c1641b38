import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ListingStatus } from '#contract';
import { VerifiedRecord } from './verified-record.ts';

@Entity('organization')
export class OrganizationEntity extends VerifiedRecord {
  @Column('text')
  name!: string;

  @Column('text', { array: true, default: '{}' })
  alternate_names!: string[];

  @Column('text', { nullable: true })
  page_name!: string | null;

  @Column('text', { nullable: true })
  page_region!: string | null;

  @Column('integer', { nullable: true })
  page_position!: number | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  website!: string | null;

  @Column('text')
  status!: ListingStatus;

  @Column('text', { nullable: true })
  status_note!: string | null;

  @Column('date', { nullable: true })
  closed_on!: string | null;

  @Column('text', { nullable: true })
  what_happened!: string | null;

  @Column('text', { nullable: true })
  still_there!: string | null;
}

@Entity('url')
export class UrlEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organization_id!: string;

  @Column('text', { nullable: true })
  label!: string | null;

  @Column('text')
  url!: string;
}

/** A statement that an organization works in a facility. */
@Entity('organization_facility')
export class OrganizationFacilityEntity {
  @PrimaryColumn('uuid')
  organization_id!: string;

  @PrimaryColumn('uuid')
  facility_id!: string;

  @Column('text')
  statement!: string;

  @Column('text', { nullable: true })
  source_url!: string | null;

  @Column('text', { nullable: true })
  as_of!: string | null;
}

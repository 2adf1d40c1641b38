import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Accepted, Cost, ServiceStatus } from '#contract';

@Entity('service')
export class ServiceEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organization_id!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { nullable: true })
  eligibility_description!: string | null;

  @Column('text', { nullable: true })
  hours_description!: string | null;

  @Column('text')
  status!: ServiceStatus;

  @Column('text', { array: true, default: '{}' })
  accepts!: Accepted[];
}

/** A language of a service or a help line. */
@Entity('language')
export class LanguageEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  service_id!: string | null;

  @Column('uuid', { nullable: true })
  help_line_id!: string | null;

  @Column('text')
  code!: string;
}

@Entity('service_area')
export class ServiceAreaEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  service_id!: string;

  @Column('text')
  extent!: string;

  @Column('text', { default: 'iso-3166' })
  extent_type!: string;
}

@Entity('cost_option')
export class CostOptionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  service_id!: string;

  @Column('text')
  option!: Cost;
}

@Entity('required_document')
export class RequiredDocumentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  service_id!: string;

  @Column('text')
  document!: string;
}

/** A kind of help of a service or a help line. */
@Entity('attribute')
export class AttributeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  link_id!: string;

  @Column('text')
  link_entity!: 'service' | 'help_line';

  @Column('uuid')
  taxonomy_term_id!: string;
}

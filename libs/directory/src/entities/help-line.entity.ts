import { Column, Entity } from 'typeorm';
import { VerifiedRecord } from './verified-record.ts';

@Entity('help_line')
export class HelpLineEntity extends VerifiedRecord {
  @Column('text', { nullable: true })
  page_line!: string | null;

  @Column('integer')
  page_position!: number;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  organization_name!: string | null;

  @Column('text', { nullable: true })
  audience!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  website!: string | null;

  @Column('text', { nullable: true })
  hours_description!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('boolean')
  published!: boolean;

  @Column('boolean', { default: false })
  locates!: boolean;

  @Column('uuid', { nullable: true })
  organization_id!: string | null;
}

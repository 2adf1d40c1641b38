import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { EditedKind, TranslatedField } from '#contract';

@Entity('source')
export class SourceEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  record_kind!: EditedKind;

  @Column('uuid')
  record_id!: string;

  @Column('integer')
  position!: number;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text')
  what!: string;

  @Column('text', { nullable: true })
  date!: string | null;
}

@Entity('translation')
export class TranslationEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  organization_id!: string;

  @Column('uuid', { nullable: true })
  service_id!: string | null;

  @Column('text')
  field!: TranslatedField;

  @Column('text')
  language!: string;

  @Column('text')
  text!: string;

  @Column('text')
  source_hash!: string;

  @Column('text', { nullable: true })
  reviewed_by!: string | null;

  @Column('boolean', { default: false })
  seeded!: boolean;
}

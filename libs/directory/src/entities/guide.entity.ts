import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { GuideStatus } from '#contract';

@Entity('guide')
export class GuideEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text')
  status!: GuideStatus;

  @Column('date')
  as_of!: string;

  @Column('text', { nullable: true })
  reviewed_by!: string | null;

  @Column('date', { nullable: true })
  review_due!: string | null;

  @Column('integer', { default: 0 })
  position!: number;

  @Column('text', { nullable: true })
  seed_hash!: string | null;

  @Column('text', { nullable: true })
  status_set!: GuideStatus | null;

  @Column('timestamptz', { nullable: true })
  edited_at!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;
}

@Entity('guide_text')
export class GuideTextEntity {
  @PrimaryColumn('uuid')
  guide_id!: string;

  @PrimaryColumn('text')
  language!: string;

  @Column('text')
  title!: string;

  @Column('text')
  summary!: string;

  @Column('text')
  body!: string;

  @Column('boolean')
  draft!: boolean;
}

@Entity('guide_change')
export class GuideChangeEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  guide_id!: string;

  @Column('text')
  date!: string;

  @Column('jsonb')
  texts!: Record<string, string>;

  @Column('text', { nullable: true })
  source_url!: string | null;

  @Column('boolean', { default: false })
  seeded!: boolean;
}

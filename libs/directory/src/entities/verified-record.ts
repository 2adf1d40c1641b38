import { Column, PrimaryColumn } from 'typeorm';
import type { Confidence } from '#contract';

/** The columns that organizations, help lines and facilities have in common. */
export abstract class VerifiedRecord {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text', { default: 'unverified' })
  confidence!: Confidence;

  @Column('text', { nullable: true })
  confidence_note!: string | null;

  @Column('timestamptz', { nullable: true })
  verified_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  due_at!: Date | null;

  @Column('text', { nullable: true })
  seed_hash!: string | null;

  @Column('timestamptz', { nullable: true })
  edited_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  last_modified!: Date;

  /** The database increments it with each change, whoever makes it. */
  @Column('integer', { default: 1 })
  version!: number;
}

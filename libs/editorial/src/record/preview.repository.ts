import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OrganizationDocument } from '#contract';
import { inTransaction, transactionReader } from '#database';
import {
  DirectoryEntryRepository,
  ListingSearchRepository,
  type ServedDirectoryEntry,
  type ServedListing,
} from '#directory';
import type { Access } from './author.ts';
import { prepareDocument, writeRecord } from './save-record.ts';
import { readStoredRecord } from './stored-record.ts';

/** An organization as the public would read it. */
export interface PublishedOrganization {
  entry: ServedDirectoryEntry;
  listings: ServedListing[];
}

/** An organization that was not saved yet. */
export interface UnsavedOrganization {
  /** null: a new one. */
  id: string | null;
  document: OrganizationDocument;
}

/** Ends a transaction whose work is not kept. */
class PreviewDone extends Error {}

const NOTE = { reason: null, source: { url: null, what: 'Preview', date: '2000-01-01' } };

/** Shows what would be published, by publishing it in a transaction that is taken back. */
@Injectable()
export class PreviewRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @throws RecordNotFoundError, OutOfScopeError
   * @throws RecordRejectedError naming each wrong field
   */
  async organization(
    { id, document }: UnsavedOrganization,
    access: Access,
    now: Date,
  ): Promise<PublishedOrganization> {
    let published: PublishedOrganization | undefined;
    try {
      await inTransaction(this.dataSource, async (manager) => {
        const reference = { kind: 'organization' as const, id: id ?? randomUUID() };
        const lock = { access, lock: 'UPDATE' as const };
        const before = id === null ? null : await readStoredRecord(manager, reference, lock);
        const context = { reference, before, access, now };
        const after = await prepareDocument(manager, document, context);
        const action = before ? 'updated' : 'created';
        await writeRecord(manager, { ...context, action, after, note: NOTE });
        const reader = transactionReader(manager);
        const entry = await new DirectoryEntryRepository(reader).one('organization', reference.id);
        const listings = await new ListingSearchRepository(reader).ofOrganization(reference.id);
        if (entry) published = { entry, listings };
        throw new PreviewDone();
      });
    } catch (error) {
      if (!(error instanceof PreviewDone)) throw error;
    }
    if (!published) throw new Error('A preview has no organization.');
    return published;
  }
}

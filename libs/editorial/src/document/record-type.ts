import type { EntityManager } from 'typeorm';
import type {
  EditedKind,
  FacilityDocument,
  GuideDocument,
  HelpLineDocument,
  OrganizationDocument,
  RecordDocument,
} from '#contract';
import { readOrganizationRows } from '../rows/organization-rows.ts';
import type { RecordRows } from '../rows/record-rows.ts';
import { type References, townKey } from '../rows/references.ts';
import { facilityDocument, facilityRows, readFacilityRows } from './facility-document.ts';
import { guideDocument, guideRows, readGuideRows } from './guide-document.ts';
import { helpLineDocument, helpLineRows, readHelpLineRows } from './help-line-document.ts';
import { organizationDocument } from './organization-document.ts';
import { organizationRows, type RowContext } from './organization-to-rows.ts';

/** How the records of one kind are read and written. */
export interface RecordType {
  read(manager: EntityManager, id: string): Promise<RecordRows | null>;
  toDocument(rows: RecordRows, references: References): RecordDocument;
  toRows(document: RecordDocument, context: RowContext): RecordRows;
}

export const recordTypes: Record<EditedKind, RecordType> = {
  organization: {
    read: readOrganizationRows,
    toDocument: organizationDocument,
    toRows: (document, context) => organizationRows(document as OrganizationDocument, context),
  },
  help_line: {
    read: readHelpLineRows,
    toDocument: helpLineDocument,
    toRows: (document, context) => helpLineRows(document as HelpLineDocument, context),
  },
  facility: {
    read: readFacilityRows,
    toDocument: facilityDocument,
    toRows: (document, context) => facilityRows(document as FacilityDocument, context),
  },
  guide: {
    read: readGuideRows,
    toDocument: guideDocument,
    toRows: (document, context) => guideRows(document as GuideDocument, context),
  },
};

/** The towns that a document's places are in, as keys of the gazetteer. */
export function townKeysOf(document: RecordDocument): string[] {
  if (!('places' in document)) return [];
  return document.places.flatMap(({ addresses: [main] }) =>
    main ? [townKey(main.city, main.region)] : [],
  );
}

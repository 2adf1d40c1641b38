import type {
  BulkChange,
  BulkField,
  Confidence,
  HelpLineDocument,
  OrganizationDocument,
  RecordDocument,
} from '#contract';

/** A document as a bulk change makes it, or why it does not. */
type BulkEdit = { document: RecordDocument } | { refused: string };

const NO_FIELD = { refused: 'It has no such field.' };

/**
 * Makes the change of a field that many records get. A list of an organization is that of its only
 * service: of several, somebody has to say which.
 */
export function editInBulk(document: RecordDocument, change: BulkChange): BulkEdit {
  const { action, field, value } = change;
  if (action === 'set') return setField(document, field, value);
  if (value === null || !isList(field)) return NO_FIELD;
  const edit = (values: string[]) =>
    action === 'add'
      ? [...new Set([...values, value])].sort()
      : values.filter((one) => one !== value);
  if ('services' in document) return editOnlyService(document, field, edit);
  if (!('published' in document) || field === 'regions') return NO_FIELD;
  return { document: { ...document, [field]: edit(document[field]) } };
}

type ListField = Extract<BulkField, 'languages' | 'service_types' | 'regions'>;

function isList(field: BulkField | null): field is ListField {
  return field === 'languages' || field === 'service_types' || field === 'regions';
}

function setField(
  document: RecordDocument,
  field: BulkField | null,
  value: string | null,
): BulkEdit {
  if (field === 'website' && isWithWebsite(document))
    return { document: { ...document, website: value } };
  if (value === null) return NO_FIELD;
  if (field === 'confidence' && 'confidence' in document) {
    return { document: { ...document, confidence: value as Confidence } };
  }
  if (field === 'field_office' && 'field_office' in document) {
    return { document: { ...document, field_office: value } };
  }
  return NO_FIELD;
}

function isWithWebsite(
  document: RecordDocument,
): document is OrganizationDocument | HelpLineDocument {
  return 'website' in document;
}

function editOnlyService(
  document: OrganizationDocument,
  field: ListField,
  edit: (values: string[]) => string[],
): BulkEdit {
  const [service, ...others] = document.services;
  if (!service) return { refused: 'It has no service.' };
  if (others.length > 0) return { refused: 'It has several services: change it by itself.' };
  return { document: { ...document, services: [{ ...service, [field]: edit(service[field]) }] } };
}

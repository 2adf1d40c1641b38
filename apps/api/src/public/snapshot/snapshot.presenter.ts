import {
  hoursOf,
  type SnapshotEntryRow,
  type SnapshotListingRow,
  type SnapshotRows,
} from '#directory';
import { JSON_TYPE, Representation } from '../../http/negotiation/representation.ts';

/** Presents a snapshot as JSON, with its entries as they are stored. */
export function presentSnapshot(rows: SnapshotRows): Representation {
  const { sequence, changed, entries } = rows;
  const of = (kind: SnapshotEntryRow['kind']) => entries.filter((entry) => entry.kind === kind);
  const body = [
    `{"sequence":${sequence},"changed":${JSON.stringify(changed)}`,
    `,"organizations":[${organizations(of('organization'), rows).join(',')}]`,
    `,"help_lines":[${of('help_line').map(withDueDate).join(',')}]`,
    `,"facilities":[${of('facility')
      .map(({ document }) => document)
      .join(',')}]}`,
  ].join('');
  return new Representation(JSON_TYPE, body);
}

// Each organization is next to its listings, which repeat much of its text: that compresses best.
function organizations(entries: SnapshotEntryRow[], { listings }: SnapshotRows): string[] {
  const byOrganization = new Map<string, SnapshotListingRow[]>();
  for (const listing of listings) {
    const others = byOrganization.get(listing.organization_id) ?? [];
    byOrganization.set(listing.organization_id, [...others, listing]);
  }
  return entries.flatMap((entry) => {
    const listingsOfEntry = byOrganization.get(entry.id);
    if (!listingsOfEntry) return [];
    return [`${openWithDueDate(entry)},"listings":[${listingsOfEntry.map(withHours).join(',')}]}`];
  });
}

function withDueDate(row: SnapshotEntryRow): string {
  return `${openWithDueDate(row)}}`;
}

function withHours(listing: SnapshotListingRow): string {
  return `${openWithDueDate(listing)},"opening_hours":${JSON.stringify(hoursOf(listing))}}`;
}

// The closing brace is left off, so that more properties can follow.
function openWithDueDate({
  document,
  due_at,
}: Pick<SnapshotEntryRow, 'document' | 'due_at'>): string {
  return `${document.slice(0, -1)},"due_at":${JSON.stringify(due_at)}`;
}

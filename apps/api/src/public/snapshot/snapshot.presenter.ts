import type { SnapshotEntryRow, SnapshotListingRow, SnapshotRows } from '#directory';
import { JSON_TYPE, Representation } from '../../http/negotiation/representation.ts';
import { parseMinuteSpans } from '../shared/presenters/opening-spans.ts';

/** A snapshot as JSON, its cards as they are stored. */
export function presentSnapshot(rows: SnapshotRows): Representation {
  const { sequence, changed, cards } = rows;
  const of = (kind: SnapshotEntryRow['kind']) => cards.filter((card) => card.kind === kind);
  const body = [
    `{"sequence":${sequence},"changed":${JSON.stringify(changed)}`,
    `,"organizations":[${organizations(of('organization'), rows).join(',')}]`,
    `,"help_lines":[${of('help_line').map(whole).join(',')}]`,
    `,"facilities":[${of('facility')
      .map(({ document }) => document)
      .join(',')}]}`,
  ].join('');
  return new Representation(JSON_TYPE, body);
}

// Each beside its listings, which repeat much of its text: that compresses best.
function organizations(cards: SnapshotEntryRow[], { listings }: SnapshotRows): string[] {
  const byOrganization = new Map<string, SnapshotListingRow[]>();
  for (const listing of listings) {
    const own = byOrganization.get(listing.organization_id) ?? [];
    byOrganization.set(listing.organization_id, [...own, listing]);
  }
  return cards.flatMap((card) => {
    const own = byOrganization.get(card.id);
    return own ? [`${openWithDueDate(card)},"listings":[${own.map(withHours).join(',')}]}`] : [];
  });
}

function whole(row: SnapshotEntryRow): string {
  return `${openWithDueDate(row)}}`;
}

function withHours(listing: SnapshotListingRow): string {
  const { open_week, time_zone } = listing;
  const hours = open_week === null ? null : { time_zone, week: parseMinuteSpans(open_week) };
  return `${openWithDueDate(listing)},"opening_hours":${JSON.stringify(hours)}}`;
}

// Without its closing brace, so that more can follow.
function openWithDueDate({
  document,
  due_at,
}: Pick<SnapshotEntryRow, 'document' | 'due_at'>): string {
  return `${document.slice(0, -1)},"due_at":${JSON.stringify(due_at)}`;
}

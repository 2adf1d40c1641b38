import type { Format } from '../../http/negotiation/format.ts';
import { JSON_TYPE, Representation } from '../../http/negotiation/representation.ts';
import { helpLineResource } from '../help-lines/help-line.schema.ts';
import { listingResource } from '../listings/listed-listing.schema.ts';
import { FieldSelection, knownFields } from '../shared/fields/field-selection.ts';
import { presentFeatures } from '../shared/presenters/features.presenter.ts';
import {
  featuresOf,
  presentedListing,
  presentListings,
} from '../shared/presenters/format.presenter.ts';
import {
  presentDirectoryEntry,
  presentNearbyListing,
} from '../shared/presenters/listing.presenter.ts';
import { moreHelp } from './more-help.ts';
import type { NearbyDto } from './nearby.dto.ts';
import type { NearbyRows } from './nearby.service.ts';

/** Returns the selected fields of listings and of help lines, which have some in common. */
export function nearbySelections({ include = [], fields = [] }: NearbyDto) {
  return {
    listings: new FieldSelection(listingResource, {
      include,
      fields: knownFields(listingResource, fields),
    }),
    lines: new FieldSelection(helpLineResource, {
      include,
      fields: knownFields(helpLineResource, fields),
    }),
  };
}

/**
 * Presents the complete nearby response; in GeoJSON, everything but the listings is a foreign
 * member.
 *
 * @param wanted the URL is null if it has a position, or if the request has a body
 */
export function presentNearby(
  rows: NearbyRows,
  { dto, format, url, now }: { dto: NearbyDto; format: Format; url: string | null; now: Date },
): Representation {
  const { listings, lines } = nearbySelections(dto);
  const items = rows.items.map((near) =>
    presentedListing(
      near.listing.id,
      listings.present(presentNearbyListing(near, now, listings.shape)),
    ),
  );
  const remote = presentListings(rows.remoteHelp.remote, now, listings).map(({ text }) => text);
  const helpLines = rows.remoteHelp.helpLines.map((row) =>
    lines.present(presentDirectoryEntry(row, now)),
  );
  const members = {
    place: JSON.stringify(rows.place),
    other_places: JSON.stringify(rows.otherPlaces),
    remote: `[${remote.join(',')}]`,
    help_lines: `[${helpLines.join(',')}]`,
    more: JSON.stringify(moreHelp(dto, rows.serves)),
    widened: String(rows.widened),
  };
  if (format !== 'json') {
    const matched = rows.isComplete ? items.length : null;
    return presentFeatures(featuresOf(items, format), { url, matched, members });
  }
  const rest = Object.entries(members).map(([name, text]) => `"${name}":${text}`);
  const body = `{"items":[${items.map(({ text }) => text).join(',')}],${rest.join(',')}}`;
  return new Representation(JSON_TYPE, body);
}

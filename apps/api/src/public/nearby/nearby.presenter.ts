import type { Format } from '../../http/negotiation/format.ts';
import { JSON_TYPE, Representation } from '../../http/negotiation/representation.ts';
import { presentFeatures } from '../shared/presenters/features.presenter.ts';
import { featuresOf, presentedListing } from '../shared/presenters/format.presenter.ts';
import { presentNearbyListing } from '../shared/presenters/listing.presenter.ts';
import type { NearbyRows } from './nearby.service.ts';
import { presentRemoteHelp } from './remote-help.presenter.ts';

/**
 * Presents the complete nearby response; in GeoJSON, everything but the listings is a foreign
 * member.
 *
 * @param wanted the URL is null if it has a position, or if the request has a body
 */
export function presentNearby(
  rows: NearbyRows,
  now: Date,
  { format, url }: { format: Format; url: string | null },
): Representation {
  const items = rows.items.map((near) =>
    presentedListing(near.listing.id, presentNearbyListing(near, now)),
  );
  const { remote, helpLines } = presentRemoteHelp(rows.remoteHelp);
  const members = {
    place: JSON.stringify(rows.place),
    other_places: JSON.stringify(rows.otherPlaces),
    widened: String(rows.widened),
  };
  if (format !== 'json') {
    return presentFeatures(featuresOf(items, format), {
      url,
      matched: rows.isComplete ? items.length : null,
      members: { ...members, remote: remote.toString(), help_lines: helpLines.toString() },
    });
  }
  const { place, other_places, widened } = members;
  const body = [
    `{"items":[${items.map(({ text }) => text).join(',')}],"place":${place},"other_places":${other_places},"remote":`,
    remote,
    ',"help_lines":',
    helpLines,
    `,"widened":${widened}}`,
  ];
  return new Representation(JSON_TYPE, body);
}

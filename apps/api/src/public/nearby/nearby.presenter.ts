import { featureCollectionText } from '#exchange';
import type { Format } from '../../http/negotiation/format.ts';
import { GEOJSON_TYPE, JSON_TYPE, Representation } from '../../http/negotiation/representation.ts';
import { presentedListing } from '../shared/presenters/format.presenter.ts';
import { presentNearbyListing } from '../shared/presenters/listing.presenter.ts';
import type { NearbyRows } from './nearby.service.ts';
import { presentRemoteHelp } from './remote-help.presenter.ts';

/**
 * Presents the complete nearby response; in GeoJSON, everything but the listings is a foreign
 * member.
 */
export function presentNearby(rows: NearbyRows, now: Date, format: Format): Representation {
  const items = rows.items.map((near) => presentedListing(presentNearbyListing(near, now)));
  const { remote, helpLines } = presentRemoteHelp(rows.remoteHelp);
  const members = {
    place: JSON.stringify(rows.place),
    other_places: JSON.stringify(rows.otherPlaces),
    widened: String(rows.widened),
  };
  if (format === 'geojson') {
    const body = featureCollectionText(
      items.map((item) => item.feature()),
      {
        ...members,
        remote: remote.toString(),
        help_lines: helpLines.toString(),
      },
    );
    return new Representation(GEOJSON_TYPE, body);
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

import type { ListedListing } from '../listing/listing-summary.ts';
import type { Place } from './directory.ts';
import type { ListedHelpLine } from './entry-summary.ts';

/** What a request finds near a point; by default with what lists contain. */
export interface Nearby<Item = ListedListing, Line = ListedHelpLine> {
  /** The origin of the distances; null if the request had coordinates instead of a name. */
  place: Place | null;
  /** Other places with the same name, largest first. */
  other_places: Place[];
  items: Item[];
  /** The help without a place that fits best: by phone, online, or in an entire region. */
  remote: Item[];
  /** The help lines that fit best. */
  help_lines: Line[];
  /** URLs of all help without a place, and of all help lines. */
  more: { remote: string; help_lines: string };
  /** True if nothing is within `radius_km`, so that the nearest listings beyond it are returned. */
  widened: boolean;
}

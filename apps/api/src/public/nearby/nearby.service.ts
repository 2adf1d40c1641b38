import { Injectable } from '@nestjs/common';
import type { Place } from '#contract';
import { ListingSearchRepository, type NearbyListing, PlaceRepository } from '#directory';
import { type Point, roundDegrees } from '#geo';
import { withinRadius } from '#rules';
import type { Concern } from '../../http/cache/concern.ts';
import { InvalidRequestError } from '../../http/problems/problems.ts';
import {
  type Area,
  anyOf,
  changesOfKind,
  changesOfListings,
  changesOfUnplaced,
} from '../shared/concerns/concerns.ts';
import {
  ListingFilterService,
  type ParsedListingFilter,
} from '../shared/listing-filter/listing-filter.service.ts';
import type { NearbyDto } from './nearby.dto.ts';
import { RegionFinder } from './region-finder.ts';
import { type NearbyShapes, type RemoteHelp, RemoteHelpService } from './remote-help.service.ts';

const DEFAULT_LIMIT = 20;
const OTHER_PLACES = 6;

export interface NearbyRows {
  place: Place | null;
  otherPlaces: Place[];
  items: NearbyListing[];
  remoteHelp: RemoteHelp;
  /** The regions that help without a place must serve. */
  serves: string[];
  widened: boolean;
  /** Whether no listing was left out because of the limit. */
  isComplete: boolean;
  /** null for a position, whose response is never stored. */
  concern: Concern | null;
}

interface Origin {
  point: Point;
  place: Place | null;
  otherPlaces: Place[];
}

/** Finds the nearest listings, help without a visit, and help lines for one point. */
@Injectable()
export class NearbyService {
  constructor(
    private readonly filters: ListingFilterService,
    private readonly listings: ListingSearchRepository,
    private readonly places: PlaceRepository,
    private readonly regions: RegionFinder,
    private readonly remoteHelp: RemoteHelpService,
  ) {}

  /**
   * @param signal once aborted, the search for a place does not begin
   * @throws InvalidRequestError when the place is missing, given twice, or not known
   */
  async find(
    dto: NearbyDto,
    { shapes, signal }: { shapes: NearbyShapes; signal: AbortSignal },
  ): Promise<NearbyRows> {
    const [origin, parsed] = await Promise.all([this.origin(dto, signal), this.filters.parse(dto)]);
    const query = { ...parsed, shape: shapes.listings };
    const { region, serves } = query.filter;
    const requested = [...region, ...serves];
    const served = requested.length > 0 ? requested : this.regionsAt(origin);
    const limit = dto.limit ?? DEFAULT_LIMIT;
    const [nearest, remoteHelp] = await Promise.all([
      // Help that needs no visit has no distance.
      query.filter.remote ? [] : this.listings.nearest(origin.point, limit, query),
      this.remoteHelp.find({ ...parsed, shapes }, served),
    ]);
    const { items, widened } = withinRadius(nearest, dto.radius_km);
    const isComplete = nearest.length < limit || items.length < nearest.length;
    const meters = nearest.at(-1)?.distance_m ?? 0;
    return {
      concern:
        origin.place && changesNear(query, isComplete ? null : { point: origin.point, meters }),
      place: origin.place,
      otherPlaces: origin.otherPlaces,
      items,
      remoteHelp,
      serves: served,
      widened,
      isComplete,
    };
  }

  private async origin(
    { lat, lon, near, region = [] }: NearbyDto,
    signal: AbortSignal,
  ): Promise<Origin> {
    if (near !== undefined && lat === undefined && lon === undefined)
      return await this.resolvePlace(near, { preferred: region, signal });
    if (near === undefined && lat !== undefined && lon !== undefined) {
      const point = { longitude: roundDegrees(lon), latitude: roundDegrees(lat) };
      return { point, place: null, otherPlaces: [] };
    }
    const detail = 'Give near, or lat and lon together.';
    const names = near === undefined ? ['lat', 'lon'] : ['near'];
    throw new InvalidRequestError(names.map((name) => ({ name, detail })));
  }

  private async resolvePlace(
    near: string,
    how: { preferred: string[]; signal: AbortSignal },
  ): Promise<Origin> {
    const [place, ...otherPlaces] = await this.places.resolve(near, {
      limit: OTHER_PLACES,
      ...how,
    });
    if (place) return { point: place, place, otherPlaces };
    throw new InvalidRequestError([
      { name: 'near', detail: 'This place is not known. Give a town, a state, or a US ZIP code.' },
    ]);
  }

  private regionsAt({ point, place }: Origin): string[] {
    const region = place ? (place.region ?? place.country) : this.regions.regionAt(point);
    return region ? [region] : [];
  }
}

/** @param area of the listings; null: all of them were found */
function changesNear(query: ParsedListingFilter, area: Area | null): Concern {
  const ofNearest = changesOfListings(query, area);
  return anyOf([ofNearest, changesOfUnplaced, changesOfKind('help_line')]);
}

import { Injectable } from '@nestjs/common';
import type { Place } from '#contract';
import {
  ListingSearchRepository,
  type NearbyListing,
  PlaceRepository,
  type Shape,
} from '#directory';
import { type Point, roundDegrees } from '#geo';
import { InvalidRequestError } from '../../http/problems/problems.ts';
import { ListingFilterService } from '../shared/listing-filter/listing-filter.service.ts';
import type { NearbyDto } from './nearby.dto.ts';
import { RegionFinder } from './region-finder.ts';
import { type RemoteHelp, RemoteHelpService } from './remote-help.service.ts';

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
    { shape, signal }: { shape: Shape; signal: AbortSignal },
  ): Promise<NearbyRows> {
    const [origin, parsed] = await Promise.all([this.origin(dto, signal), this.filters.parse(dto)]);
    const query = { ...parsed, shape };
    const { region, serves } = query.filter;
    const requested = [...region, ...serves];
    const served = requested.length > 0 ? requested : await this.regionsAt(origin);
    const limit = dto.limit ?? DEFAULT_LIMIT;
    const [nearest, remoteHelp] = await Promise.all([
      // Help that needs no visit has no distance.
      query.filter.remote ? [] : this.listings.nearest(origin.point, limit, query),
      this.remoteHelp.find(query, served),
    ]);
    const radius = dto.radius_km === undefined ? Number.POSITIVE_INFINITY : dto.radius_km * 1000;
    const within = nearest.filter(({ distance_m }) => distance_m <= radius);
    const widened = within.length === 0 && nearest.length > 0;
    return {
      place: origin.place,
      otherPlaces: origin.otherPlaces,
      items: widened ? nearest : within,
      remoteHelp,
      serves: served,
      widened,
      isComplete: nearest.length < limit || (within.length > 0 && within.length < nearest.length),
    };
  }

  private async origin({ lat, lon, near }: NearbyDto, signal: AbortSignal): Promise<Origin> {
    if (near !== undefined && lat === undefined && lon === undefined)
      return await this.resolvePlace(near, signal);
    if (near === undefined && lat !== undefined && lon !== undefined) {
      const point = { longitude: roundDegrees(lon), latitude: roundDegrees(lat) };
      return { point, place: null, otherPlaces: [] };
    }
    const detail = 'Give near, or lat and lon together.';
    const names = near === undefined ? ['lat', 'lon'] : ['near'];
    throw new InvalidRequestError(names.map((name) => ({ name, detail })));
  }

  private async resolvePlace(near: string, signal: AbortSignal): Promise<Origin> {
    const [place, ...otherPlaces] = await this.places.resolve(near, OTHER_PLACES, signal);
    if (place) return { point: place, place, otherPlaces };
    throw new InvalidRequestError([
      { name: 'near', detail: 'This place is not known. Give a town, a state, or a US ZIP code.' },
    ]);
  }

  private async regionsAt({ point, place }: Origin): Promise<string[]> {
    const region = place ? (place.region ?? place.country) : await this.regions.regionAt(point);
    return region ? [region] : [];
  }
}

import { Injectable } from '@nestjs/common';
import type { Place } from '#contract';
import {
  CardSearchRepository,
  ListingSearchRepository,
  type ServedCard,
  type ServedListing,
} from '#directory';
import { meaningfulDegrees, PlaceRepository, type Point } from '#geo';
import { InvalidRequestError } from '../http/problems.ts';
import type { NearbyDto } from './dto/nearby.dto.ts';
import { ListingQuestionService, type ReadFilter } from './listing-question.service.ts';

const DEFAULT_LIMIT = 20;
const OTHER_PLACES = 6;
const HELP_LINES = 50;

export interface NearbyRows {
  place: Place | null;
  otherPlaces: Place[];
  items: ServedListing[];
  remote: ServedListing[];
  helpLines: ServedCard[];
  widened: boolean;
}

interface Origin {
  point: Point;
  place: Place | null;
  otherPlaces: Place[];
}

/** What is near, what helps from afar, and whom to call: one answer to "where can I go?". */
@Injectable()
export class NearbyService {
  constructor(
    private readonly questions: ListingQuestionService,
    private readonly listings: ListingSearchRepository,
    private readonly cards: CardSearchRepository,
    private readonly places: PlaceRepository,
  ) {}

  /** @throws InvalidRequestError when the place is missing, given twice, or not known */
  async answer(dto: NearbyDto): Promise<NearbyRows> {
    const [origin, question] = await Promise.all([this.origin(dto), this.questions.filter(dto)]);
    const [nearest, remote, helpLines] = await Promise.all([
      this.listings.nearest(origin.point, dto.limit ?? DEFAULT_LIMIT, question),
      this.remote(origin, question),
      this.helpLines(question),
    ]);
    const radius = dto.radius_km === undefined ? Number.POSITIVE_INFINITY : dto.radius_km * 1000;
    const within = nearest.filter(({ distance_m }) => (distance_m ?? 0) <= radius);
    const widened = within.length === 0 && nearest.length > 0;
    return {
      place: origin.place,
      otherPlaces: origin.otherPlaces,
      items: widened ? nearest : within,
      remote,
      helpLines,
      widened,
    };
  }

  private async origin({ lat, lon, near }: NearbyDto): Promise<Origin> {
    if (near !== undefined && lat === undefined && lon === undefined) return await this.named(near);
    if (near === undefined && lat !== undefined && lon !== undefined) {
      const point = { longitude: meaningfulDegrees(lon), latitude: meaningfulDegrees(lat) };
      return { point, place: null, otherPlaces: [] };
    }
    const detail = 'Give near, or lat and lon together.';
    const names = near === undefined ? ['lat', 'lon'] : ['near'];
    throw new InvalidRequestError(names.map((name) => ({ name, detail })));
  }

  private async named(near: string): Promise<Origin> {
    const [place, ...otherPlaces] = await this.places.resolve(near, OTHER_PLACES);
    if (place) return { point: place, place, otherPlaces };
    throw new InvalidRequestError([
      { name: 'near', detail: 'This place is not known. Give a town, a state, or a US ZIP code.' },
    ]);
  }

  private async remote(origin: Origin, { filter, tags }: ReadFilter): Promise<ServedListing[]> {
    const asked = [...filter.region, ...filter.serves];
    const serves = asked.length > 0 ? asked : await this.regionsAt(origin);
    return await this.listings.withoutPoint({ ...filter, region: [], serves }, tags);
  }

  private async regionsAt({ point, place }: Origin): Promise<string[]> {
    const here = place ?? (await this.places.nearestTown(point));
    if (!here) return [];
    return here.region ? [here.region] : [here.country];
  }

  private async helpLines({ filter, tags }: ReadFilter): Promise<ServedCard[]> {
    const wanted = [tags.term('service', filter.service), tags.term('language', filter.language)];
    return await this.cards.page(
      {
        kind: 'help_line',
        tags: wanted.filter((term) => term !== null).join('&') || null,
        words: null,
      },
      { from: null, limit: HELP_LINES },
    );
  }
}

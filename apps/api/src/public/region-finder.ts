import { Injectable } from '@nestjs/common';
import { PlaceRepository, type Point, TownTree } from '#geo';

/** Which state a point lies in, told by the nearest town. */
@Injectable()
export class RegionFinder {
  private towns: Promise<TownTree> | null = null;

  constructor(private readonly places: PlaceRepository) {}

  /** Its state, or its country where the state is not known; null when there are no towns. */
  async regionAt(point: Point): Promise<string | null> {
    this.towns ??= this.read();
    const town = (await this.towns).nearest(point);
    return town && (town.region ?? town.country);
  }

  // Once: the gazetteer changes with the program alone.
  private async read(): Promise<TownTree> {
    try {
      return new TownTree(await this.places.towns());
    } catch (error) {
      this.towns = null;
      throw error;
    }
  }
}

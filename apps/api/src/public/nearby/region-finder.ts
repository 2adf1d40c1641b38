import { Injectable } from '@nestjs/common';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { PlaceRepository, type Town } from '#directory';
import type { Point } from '#geo';

interface IndexedTowns {
  towns: Town[];
  index: KDBush;
}

/** Which state a point lies in, told by the nearest town. */
@Injectable()
export class RegionFinder {
  private indexed: Promise<IndexedTowns> | null = null;

  constructor(private readonly places: PlaceRepository) {}

  /** Its state, or its country where the state is not known; null when there are no towns. */
  async regionAt({ longitude, latitude }: Point): Promise<string | null> {
    this.indexed ??= this.read();
    const { towns, index } = await this.indexed;
    const [nearest] = around(index, longitude, latitude, 1);
    const town = nearest === undefined ? undefined : towns[nearest];
    return town ? (town.region ?? town.country) : null;
  }

  // Once: the gazetteer changes with the program alone.
  private async read(): Promise<IndexedTowns> {
    try {
      const towns = await this.places.towns();
      const index = new KDBush(towns.length);
      for (const { longitude, latitude } of towns) index.add(longitude, latitude);
      return { towns, index: index.finish() };
    } catch (error) {
      this.indexed = null;
      throw error;
    }
  }
}
